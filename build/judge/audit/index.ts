import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { listFiles } from '../../disk/files.ts'
import { fault, gathered, type Outcome, verified } from '../check.ts'
import { type Control, control, type TellControl } from '../control.ts'
import { accessibilityEpub } from './checks/accessibility-epub.ts'
import { accessibilityPdf } from './checks/accessibility-pdf.ts'
import { accessibilitySite } from './checks/accessibility-site.ts'
import { agreement } from './checks/agreement.ts'
import { asWritten } from './checks/as-written.ts'
import { atelier } from './checks/atelier.ts'
import { bookNotice } from './checks/book-notice.ts'
import { bookParts } from './checks/book-parts.ts'
import { bookTables } from './checks/book-tables.ts'
import { drawings } from './checks/drawings.ts'
import { examplesPage } from './checks/examples-page.ts'
import { ficheFacts } from './checks/fiche-facts.ts'
import { heads } from './checks/heads.ts'
import { indexes } from './checks/indexes.ts'
import { kitPages } from './checks/kit-pages.ts'
import { linksEpub } from './checks/links-epub.ts'
import { linksPdf } from './checks/links-pdf.ts'
import { linksSite } from './checks/links-site.ts'
import { movedPages } from './checks/moved-pages.ts'
import { names } from './checks/names.ts'
import { openData } from './checks/open-data.ts'
import { pageFrames } from './checks/page-frames.ts'
import { pageNumbers } from './checks/page-numbers.ts'
import { pagesAgree } from './checks/pages-agree.ts'
import { pictograms } from './checks/pictograms.ts'
import { publisher } from './checks/publisher.ts'
import { rgaaGrid } from './checks/rgaa-grid.ts'
import { safety } from './checks/safety.ts'
import { searchContent } from './checks/search-content.ts'
import { shapeWord } from './checks/shape-word.ts'
import { siteAtWork } from './checks/site-at-work.ts'
import { siteLists } from './checks/site-lists.ts'
import { siteNotice } from './checks/site-notice.ts'
import { structure } from './checks/structure.ts'
import { textsApart } from './checks/texts-apart.ts'
import { typography } from './checks/typography.ts'
import { visibleSite } from './checks/visible-site.ts'
import { wordsEpub } from './checks/words-epub.ts'
import { wordsPdf } from './checks/words-pdf.ts'
import { wordsSite } from './checks/words-site.ts'
import { wordsWord } from './checks/words-word.ts'
import type { AuditCheck, Material } from './material.ts'
import { readEpub } from './read/epub.ts'
import { readPdf } from './read/pdf.ts'
import { readSite } from './read/site.ts'
import { orUnreadable, Unreadable } from './read/unreadable.ts'
import { visitSite } from './read/visit-site.ts'

export type { Finding, Outcome } from '../check.ts'
export type { Material } from './material.ts'

/** In the order of the report: what is said, where it is, where it leads, who can read it, what it must not do. */
export const checks: readonly AuditCheck[] = [
  asWritten,
  wordsSite,
  wordsPdf,
  wordsEpub,
  wordsWord,
  shapeWord,
  typography,
  visibleSite,
  siteAtWork,
  structure,
  indexes,
  names,
  siteLists,
  searchContent,
  heads,
  siteNotice,
  ficheFacts,
  kitPages,
  openData,
  examplesPage,
  agreement,
  rgaaGrid,
  drawings,
  pictograms,
  bookTables,
  bookParts,
  bookNotice,
  publisher,
  pageNumbers,
  pageFrames,
  pagesAgree,
  textsApart,
  linksSite,
  movedPages,
  linksPdf,
  linksEpub,
  accessibilitySite,
  accessibilityPdf,
  accessibilityEpub,
  safety,
  atelier,
]

export type AuditOptions = {
  material: Material
  tell?: TellControl
  /** Ids of the checks to run; all without it. */
  only?: readonly string[] | undefined
}

/** Puts every question of the table to the finished editions, in order. What is wrong with an edition is a finding; a fault
 *  of the audit itself is thrown. */
export async function audit({ material, tell = () => {}, only }: AuditOptions): Promise<Control[]> {
  const controls: Control[] = []
  for (const { id, title, run } of checks) {
    if (only && !only.includes(id)) continue
    material.signal.throwIfAborted()
    controls.push(await control(id, title, tell, () => gathered(run(material)).catch(unreadable)))
  }
  return controls
}

/** A check that meets a file that cannot be read, or is not there, says so; what else it asks waits until that is mended. */
export function unreadable(error: unknown): Outcome {
  if (isAbsence(error))
    return verified('Lecture interrompue', [
      fault(basename(error.path), 'Le fichier n’est pas dans les éditions.'),
    ])
  if (!(error instanceof Unreadable)) throw error
  const message = `Aucun programme ne peut lire le fichier : ${error.cause instanceof Error ? error.cause.message : error.cause}.`
  return verified('Lecture interrompue', [fault(error.place, message)])
}

const isAbsence = (error: unknown): error is Error & { path: string } =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error

/** Opens finished editions: `site/`, `pdf/` and `epub/` below `dir`. */
export function openMaterial({
  kit,
  dir,
  browser,
  signal,
}: Pick<Material, 'kit' | 'dir' | 'browser' | 'signal'>): Material {
  const site = once(() => readSite(join(dir, 'site'), kit.site.base))
  return {
    kit,
    dir,
    signal,
    browser,
    sources: once(() => readSources(kit.dir)),
    site,
    visits: once(async () => visitSite(await site(), await browser(), signal)),
    pdf: once(async () => {
      const bytes = await readFile(join(dir, `pdf/${kit.slug}-ecran.pdf`))
      return orUnreadable('PDF', () => readPdf(bytes, signal))
    }),
    epub: once(async () => {
      const bytes = await readFile(join(dir, `epub/${kit.slug}.epub`))
      return orUnreadable('Livre numérique', () => readEpub(bytes))
    }),
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read()
    return reading
  }
}

async function readSources(dir: string): Promise<ReadonlyMap<string, string>> {
  const paths = listFiles(dir).filter(path => /\.(md|ya?ml)$/.test(path))
  return new Map(
    await Promise.all(paths.map(async path => [path, await readFile(join(dir, path), 'utf8')] as const)),
  )
}
