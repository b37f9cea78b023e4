import type { Browser } from 'puppeteer'
import type { Kit } from '../../src/kit/index.ts'
import { type Cache, keyOf, orGone } from '../ground/index.ts'
import {
  type Assembly,
  assemble,
  facePages,
  fitSlots,
  openWorkshops,
  type Pages,
  type PageWarning,
  type PaginatedPart,
  type Pictures,
  type PrintDocument,
  type PrintSize,
  readPagedJs,
  readPictures,
  readStyles,
  reserve,
  type Styles,
  sayWideCharts,
  type Workshops,
} from '../paper/index.ts'
import { metadataOf } from './bind/describe.ts'
import { bind } from './bind/index.ts'
import { excerptSheets } from './excerpt/sheets.ts'
import { makeTemplate } from './excerpt/template.ts'
import { bookmarked, type FinishedPart, type PrintedSheets, printParts } from './print-parts.ts'

export type PdfInput = {
  kit: Kit
  size?: PrintSize
  browser: Browser
  cache: Cache
  /** Most tabs at once, two by default. */
  most?: number | undefined
  signal?: AbortSignal | undefined
}

/** What the documents of one kit are paged, printed and bound with; the tabs close with its scope. */
export type PdfTools = Omit<PdfInput, 'browser'> & {
  size: PrintSize
  styles: Styles
  browserVersion: string
  workshops: Workshops
  [Symbol.asyncDispose](): Promise<void>
}

/** Reads style sheets and fonts, and opens a tab that has them. */
export async function openPdfTools({ browser, ...input }: PdfInput): Promise<PdfTools> {
  const { kit, size = 'usual' } = input
  const browserVersion = await browser.version().catch(orGone(browser))
  const pagedJs = await readPagedJs()
  const styles = await readStyles(kit, size)
  const workshops = openWorkshops(browser, { styles, pagedJs })
  workshops.prepare()
  const tools: PdfTools = {
    ...input,
    size,
    styles,
    browserVersion,
    workshops,
    [Symbol.asyncDispose]: () => tools.workshops[Symbol.asyncDispose](),
  }
  return tools
}

/** Documents cut into pages, which are numbered together. */
export type CountedPages = {
  documents: readonly PrintDocument[]
  parts: readonly PaginatedPart[]
  pictures: Pictures
  assembly: Assembly
}

/** Pages documents one by one and numbers them together. @param documents in reading order: cover first
 *  @throws PaginationError with the name of the document at fault */
export async function countPages(
  tools: PdfTools,
  documents: readonly PrintDocument[],
): Promise<CountedPages> {
  const { kit, size, cache } = tools
  const written = (size === 'large' ? documents.map(sayWideCharts) : documents).map(reserve)
  const pictures = await readPictures(written, kit.dir, cache)
  const { styles, workshops } = tools
  workshops.add(pictures.files)
  // The width of a number is part of how a line breaks, and known once all are counted: one that is too wide stays so.
  let digits: ReadonlyMap<string, number> = new Map()
  for (;;) {
    const fitted = written.map(part => fitSlots(part, digits, styles.folioDigits))
    const parts = await facePages(fitted, { ...tools, pictures })
    const assembly = assemble(parts, styles)
    const numbers = Object.entries(assembly.pages.pageOf)
    const widths = numbers.map(([id, page]) => [id, Math.max(`${page}`.length, digits.get(id) ?? 0)] as const)
    if (widths.every(([id, width]) => width === (digits.get(id) ?? styles.folioDigits)))
      return { documents, parts, pictures, assembly }
    digits = new Map(widths)
  }
}

/** Prints the sheets of all documents. @returns once they are printed; the tab is free, and documents are still being finished
 *  @throws PrintError for a fault of the whole edition */
export const printPages = (
  tools: PdfTools,
  { assembly, pictures }: CountedPages,
): Promise<{ printed: PrintedSheets[]; finished: Promise<FinishedPart[]> }> =>
  printParts(assembly, { ...tools, pictures })

/** How an edition is described: its date (ISO 8601), and the typography of a title (the renderer's `text`). */
export type Imprint = { date: string; typo: (text: string) => string }

/** Binds finished documents into the screen PDF. @returns it, and the pieces of which excerpts are set; null in large print */
export async function bindPages(
  tools: PdfTools,
  { documents, parts, pictures, assembly }: CountedPages,
  finished: Promise<FinishedPart[]>,
  { date, typo }: Imprint,
): Promise<{ screen: Uint8Array; template: Uint8Array | null }> {
  const { kit, size, styles, workshops, browserVersion, cache } = tools
  const pieces = size === 'usual' ? [...excerptSheets({ kit, parts, pages: assembly.pages, typo })] : []
  const look = [assembly.css, styles.fingerprint, browserVersion]
  // The tab prints the pieces while the documents are tagged here.
  const [finishedParts, template] = await Promise.all([
    finished,
    pieces.length > 0
      ? makeTemplate(pieces, { workshops, pictures, plan: styles.plan, tools: look, cache })
      : null,
  ])
  const metadata = metadataOf(kit, date)
  const { title } = metadata
  return bind(
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
  )
}

export type PdfEdition = {
  screen: Uint8Array
  template: Uint8Array | null
  printed: readonly PrintedSheets[]
  parts: FinishedPart[]
  pages: Pages
  warnings: PageWarning[]
}

/** Makes the screen PDF of documents, from their pages to their binding. @throws as the steps do, and TaggingError */
export async function buildPdf(
  input: PdfInput & Imprint & { documents: readonly PrintDocument[] },
): Promise<PdfEdition> {
  await using tools = await openPdfTools(input)
  const counted = await countPages(tools, input.documents)
  const { printed, finished } = await printPages(tools, counted)
  const bound = await bindPages(tools, counted, finished, input)
  const { pages, warnings } = counted.assembly
  return { ...bound, printed, parts: await finished, pages, warnings }
}
