import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import {
  type Control,
  type Editions,
  type GateCheck,
  runCheck,
  type Subject,
  type TellControl,
  UnreadableFile,
} from './check.ts'
import { axe, epubcheck, visibleText } from './checks/accessibility.ts'
import { aging } from './checks/aging.ts'
import { content, dates, forge } from './checks/content.ts'
import { linksEpub, linksPdf, linksSite } from './checks/links.ts'
import { pageNumbers } from './checks/page-numbers.ts'
import { prepress, printedPages } from './checks/press.ts'
import { safety } from './checks/safety.ts'
import { verapdf } from './checks/verapdf.ts'
import { visual } from './checks/visual.ts'
import { placeholders, words } from './checks/words.ts'
import { readEpub } from './read/epub.ts'
import { readPdf } from './read/pdf.ts'
import { readSite } from './read/site.ts'
import { visitSite } from './read/visit-site.ts'

/** Every check of a release, in the order of the report. */
export const checks: readonly GateCheck[] = [
  content,
  forge,
  dates,
  aging,
  words,
  pageNumbers,
  linksSite,
  linksPdf,
  linksEpub,
  placeholders,
  safety,
  prepress,
  printedPages,
  visual,
  visibleText,
  axe,
  verapdf,
  epubcheck,
]

/** Checks that run at once: two wait for the pages of the site while another draws pages of the PDF. */
const LANES = 3

/** Asks the checks of a phase. Returns what they found in the order of the list.
 *  @param only ids of the checks to ask; without it, all of the phase */
export async function askChecks(
  phase: GateCheck['phase'],
  subject: Subject,
  { tell = () => {}, only }: { tell?: TellControl; only?: readonly string[] } = {},
): Promise<Control[]> {
  const list = checks.filter(check => check.phase === phase && (only?.includes(check.id) ?? true))
  return pMap(list, check => runCheck(check, subject, tell), { concurrency: LANES })
}

/** Opens finished editions: `site/`, `pdf/` and `epub/` below `dir`. */
export function openEditions(place: Pick<Editions, 'kit' | 'dir' | 'browser' | 'signal'>): Editions {
  const { kit, dir, browser, signal } = place
  const site = once(() => readSite(join(dir, 'site'), kit.site.base))
  const read = <T>(name: string, path: string, parse: (bytes: Uint8Array) => T | Promise<T>) =>
    once(async () => {
      const bytes = await readFile(join(dir, path))
      try {
        return await parse(bytes)
      } catch (error) {
        signal.throwIfAborted()
        throw new UnreadableFile(name, error)
      }
    })
  return {
    ...place,
    site,
    visits: once(async () => visitSite(await site(), await browser(), signal)),
    pdf: read('PDF', `pdf/${kit.slug}-ecran.pdf`, bytes => readPdf(bytes, signal)),
    epub: read('Livre numérique', `epub/${kit.slug}.epub`, readEpub),
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read()
    return reading
  }
}
