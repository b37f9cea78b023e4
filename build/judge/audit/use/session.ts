import { type Page, TimeoutError } from 'puppeteer'
import type { FichePubliee, Kit } from '../../../../src/kit.ts'
import { whileThere } from '../../../browser/browser.ts'
import { NAMING } from '../../../browser/conventions.ts'
import { type Finding, fault, named } from '../../check.ts'
import type { Material } from '../material.ts'
import { findAll, hasClass, type Parent, textOf } from '../read/html.ts'
import { type SiteText, servedFiles } from '../read/site.ts'
import { lettersOf } from '../words.ts'
import { type Host, hostSite } from './host.ts'

/** A reader who uses the site. */
export type Session = {
  tab: Page
  host: Host
  site: SiteText
  kit: Kit
  pdf: Material['pdf']
  /** What the host gives, by its path under the host. */
  files: Map<string, Uint8Array>
  /** Addresses that the site itself has written, relative to its base. */
  addresses: string[]
  signal: AbortSignal
  open(path: string): Promise<void>
}

/** What a reader does in one place of the site, and what is wrong with it. */
export type Use = { place: string; run(session: Session): AsyncGenerator<Finding> }

/** Longest wait for an answer of the site, in ms: only what never comes reaches it. */
const ANSWER_MS = 20_000
const DESK = { width: 1280, height: 900 }

/** Does one thing after the other in one tab. */
export async function useSite(uses: readonly Use[], material: Material): Promise<Finding[]> {
  const { kit, pdf, signal } = material
  const [site, browser] = [await material.site(), await material.browser()]
  const files = await servedFiles(site)
  await using host = await hostSite(files, site.base)
  const work = async () => {
    // Of its own: what it keeps for reading offline goes with it.
    const context = await browser.createBrowserContext()
    try {
      const tab = await context.newPage()
      tab.setDefaultTimeout(ANSWER_MS)
      await tab.setViewport(DESK)
      await tab.evaluateOnNewDocument(NAMING)
      await tab.evaluateOnNewDocument(keepWhatIsGiven)
      const open = async (path: string) => {
        await tab.goto(host.address + path, { waitUntil: 'load' })
      }
      const session: Session = { tab, host, site, kit, pdf, files, addresses: [], signal, open }
      const findings: Finding[] = []
      for (const { place, run } of uses) {
        signal.throwIfAborted()
        try {
          for await (const finding of run(session)) findings.push(finding)
        } catch (error) {
          // What never answers is wrong, not what asked it.
          if (!(error instanceof Unanswered)) throw error
          findings.push(fault(place, `${error.message} : rien ne répond.`))
        }
      }
      return findings
    } finally {
      await context.close()
    }
  }
  return await whileThere(browser, work())
}

class Unanswered extends Error {
  override readonly name = 'Unanswered'
}

/** Waits for what the site does. @param what was asked, in French. @throws Unanswered when it does nothing */
export const answer = <T>(what: string, work: Promise<T>): Promise<T> =>
  work.catch(cause => {
    throw cause instanceof TimeoutError ? new Unanswered(what, { cause }) : cause
  })

/** Presses a button, once it can be seen. @param what it does, in French. @throws Unanswered when there is none */
export async function press(tab: Page, selector: string, what: string): Promise<void> {
  const button = await answer(what, tab.waitForSelector(selector, { visible: true }))
  await button?.evaluate(one => (one as HTMLElement).click())
}

export type Given = typeof window & { copied?: string; offered?: Blob }

/** Runs in every page. A clipboard and a folder of downloads belong to the machine: the page keeps what it gives. */
function keepWhatIsGiven(): void {
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async (copied: string) => Object.assign(window, { copied }) },
  })
  URL.createObjectURL = offered => {
    Object.assign(window, { offered })
    return '#offert'
  }
}

/** Sections, levers and examples of a fiche: what has a title and an anchor of its own. */
export const titledIn = ({ plan, exemples }: FichePubliee['corps']) => [
  ...plan.flatMap(({ niveaux, ...section }) => [section, ...niveaux]),
  ...exemples,
]

/** Anchors of what a button or a result names: by the source, or, of what has no name there, those of the page that begin with it,
 *  after a label, and of the blocks that hold it as a word of theirs. */
export function leadingTo(name: string, { corps }: FichePubliee, page: Parent | undefined): string[] {
  const all = [...titledIn(corps), ...corps.chiffres.map(({ ancre, legende }) => ({ ancre, titre: legende }))]
  const letters = lettersOf(/« (.*) »/.exec(name)?.[1] ?? name)
  const named = all.filter(({ titre }) => letters.endsWith(lettersOf(titre))).map(({ ancre }) => ancre)
  const begun = findAll(
    page,
    one =>
      'id' in one.attribs &&
      lettersOf(textOf(one))
        .slice(0, letters.length + LABEL)
        .includes(letters),
  )
  const holding = findAll(page, one => 'id' in one.attribs && hasClass(one, 'bloc')).filter(
    one => findAll(one, term => lettersOf(textOf(term)) === letters).length > 0,
  )
  return [...named, ...[...begun, ...holding].map(({ attribs }) => attribs['id'] ?? '')]
}

/** Letters of what stands before the title of a block: « Idées reçues ». */
const LABEL = 30

/** What of two lists is not in the other, for a sentence; null: they hold the same. */
export function difference(wanted: Iterable<string>, shown: Iterable<string>): string | null {
  const [right, seen] = [new Set(wanted), new Set(shown)]
  const missing = [...right].filter(one => !seen.has(one))
  const strange = [...seen].filter(one => !right.has(one))
  if (missing.length === 0 && strange.length === 0) return null
  return [
    ...(missing.length > 0 ? [`il manque ${named(missing)}`] : []),
    ...(strange.length > 0 ? [`il y a de trop ${named(strange)}`] : []),
  ].join(', ')
}
