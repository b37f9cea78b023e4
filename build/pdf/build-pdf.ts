import type { Browser } from 'puppeteer'
import type { Kit } from '../../src/kit/index.ts'
import { type Cache, keyOf, orGone } from '../ground/index.ts'
import {
  assemble,
  facePages,
  type Pages,
  type PageWarning,
  type PrintDocument,
  type PrintSize,
  readPagedJs,
  readPictures,
  readStyles,
  reserve,
  type StandingWorkshops,
  sayWideCharts,
} from '../paper/index.ts'
import { metadataOf } from './bind/describe.ts'
import { bind } from './bind/index.ts'
import { excerptSheets } from './excerpt/sheets.ts'
import { makeTemplate } from './excerpt/template.ts'
import { bookmarked, type FinishedPart, type PrintedSheets, printParts } from './print-parts.ts'

export type PdfInput = {
  kit: Kit
  /** In reading order: cover first. They may come later: a tab is made ready meanwhile. */
  documents: readonly PrintDocument[] | Promise<readonly PrintDocument[]>
  size?: PrintSize
  /** Typography of a title: the renderer's `text`. */
  typo: (text: string) => string
  browser: Browser
  /** Tabs that stand from one edition to the next. */
  standing: StandingWorkshops
  cache: Cache
  /** The edition's date, ISO 8601. */
  date: string
  tabs?: number | undefined
  signal?: AbortSignal | undefined
  /** Called with the pages as soon as they are counted, before they are laid out and printed. */
  onPages?: ((pages: Pages) => void) | undefined
  /** Called with the sheets of each document, in reading order, as soon as all are printed. */
  onPrinted?: ((printed: readonly PrintedSheets[], assembly: { pages: Pages }) => void) | undefined
  /** Called with the finished documents before they are bound: the PDF of a fiche is made from them. */
  onFinished?: ((parts: readonly FinishedPart[]) => void) | undefined
}

export type PdfEdition = {
  screen: Uint8Array
  /** The pieces of which excerpts of it are set; null in large print. */
  template: Uint8Array | null
  parts: FinishedPart[]
  pages: Pages
  warnings: PageWarning[]
}

/** Makes the print edition: documents paged one by one, numbered together, printed, finished, bound. @throws PaginationError
 *  with the name of the document at fault, PrintError for a fault of the whole edition */
export async function buildPdf(input: PdfInput): Promise<PdfEdition> {
  const { kit, size = 'usual', typo, browser, standing, cache, date, tabs: most, signal } = input
  const styles = await readStyles(kit, size)
  const browserVersion = await browser.version().catch(orGone(browser))
  const tools = { styles, pagedJs: await readPagedJs(), browserVersion }
  const workshops = standing.for(browser, tools)
  workshops.prepare()
  const documents = await input.documents
  const parts = (size === 'large' ? documents.map(sayWideCharts) : documents).map(reserve)
  const pictures = await readPictures(parts, kit.dir)
  workshops.add(pictures.files)
  const paginated = await facePages(parts, { workshops, tools, pictures, cache, most, signal })
  const assembly = assemble(paginated, styles)
  input.onPages?.(assembly.pages)
  const printing = { workshops, styles, pictures, browserVersion, cache, most, signal }
  const { printed, finished } = await printParts(assembly, printing)
  input.onPrinted?.(printed, assembly)
  const pieces =
    size === 'usual' ? [...excerptSheets({ kit, parts: paginated, pages: assembly.pages, typo })] : []
  // The tab prints the pieces while the documents are tagged here.
  const [finishedParts, template] = await Promise.all([
    finished.then(parts => {
      input.onFinished?.(parts)
      return parts
    }),
    pieces.length > 0
      ? makeTemplate(pieces, {
          workshops,
          pictures,
          plan: styles.plan,
          tools: [assembly.css, styles.fingerprint, browserVersion],
          cache,
        })
      : null,
  ])
  const metadata = metadataOf(kit, date)
  const { title } = metadata
  const bound = await bind(
    finishedParts.map(({ finished }) => finished),
    template,
    {
      metadata: size === 'large' ? { ...metadata, title: `${title} (gros caractères)` } : metadata,
      documents: documents.map(({ item }) => bookmarked(item)),
      fingerprint: keyOf(
        'edition',
        assembly.css,
        ...assembly.sheets.map(({ html }) => html),
        styles.fingerprint,
        ...pictures.digests.values(),
      ),
    },
    cache,
  )
  return { ...bound, parts: finishedParts, pages: assembly.pages, warnings: assembly.warnings }
}
