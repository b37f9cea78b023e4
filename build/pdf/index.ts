import type { Browser } from 'puppeteer'
import type { Kit } from '../../src/kit.ts'
import { orGone } from '../browser-gone.ts'
import { type Cache, keyOf } from '../cache.ts'
import { assemble, type Pages } from './assemble.ts'
import { nameOf, type PageWarning } from './faults.ts'
import { metadataOf } from './finish/metadata.ts'
import { finish } from './finish.ts'
import { createFrame, type Typographer } from './frame.ts'
import { layOut } from './lay-out.ts'
import { paginate } from './paginate.ts'
import { readPictures } from './pictures.ts'
import { print } from './print.ts'
import { type PrintDocument, reserve } from './reserve.ts'
import { readStyles } from './styles.ts'
import { benchScript, readPagedJs } from './workshop.ts'

export type { Pages } from './assemble.ts'
export type { Fault, PageWarning } from './faults.ts'
export { describe, nameOf, PaginationError, PrintError } from './faults.ts'
export type { PrintDocument } from './reserve.ts'

export type PdfInput = {
  kit: Kit
  /** In reading order: cover first. */
  documents: readonly PrintDocument[]
  /** Typography of a title: the renderer's `text`. */
  typo: Typographer
  browser: Browser
  cache: Cache
  /** The edition's date, ISO 8601. */
  date: string
  /** Tabs at once. */
  tabs?: number | undefined
  signal?: AbortSignal | undefined
  /** Told of the pages as soon as they are counted, before they are laid out and printed. */
  onPages?: ((pages: Pages) => void) | undefined
  /** Told of the printed sheets, with their bleed, before they are finished for the screen: what a printer's PDF is made from. */
  onPrinted?: ((printed: Uint8Array, assembly: { pages: Pages }) => void) | undefined
  /** Told of each step as it begins, and of each document paged anew. */
  onProgress?: ((event: PdfProgress) => void) | undefined
}

export type PdfProgress =
  | { step: 'paginate'; document: string }
  | { step: 'lay-out' | 'print' | 'finish'; pages: number }

export type PdfEdition = {
  /** The screen PDF, whole. */
  screen: Uint8Array
  /** The sheets as Chromium printed them, with their bleed: what a printer's PDF is made from. */
  printed: Uint8Array
  pages: Pages
  warnings: PageWarning[]
}

/** Makes the print edition: each document paged on its own, all pages put together and numbered, printed once, finished.
 *  @throws PaginationError naming the document that cannot be printed whole and true, PrintError when the edition cannot */
export async function buildPdf({
  kit,
  documents,
  typo,
  browser,
  cache,
  date,
  tabs,
  signal,
  onPages,
  onPrinted,
  onProgress,
}: PdfInput): Promise<PdfEdition> {
  const styles = await readStyles(kit)
  const parts = documents.map(reserve)
  const pictures = await readPictures(parts, kit.dir)
  const browserVersion = await browser.version().catch(orGone(browser))
  const tools = { styles, pagedJs: await readPagedJs(), benchScript, browserVersion }
  const onPaged = (part: PrintDocument) => onProgress?.({ step: 'paginate', document: part.item.id })
  const paginated = await paginate(parts, { browser, tools, pictures, cache, tabs, signal, onPaged })
  const assembly = assemble(paginated, { frame: createFrame(kit, typo), styles, title: kit.titre })
  const { count } = assembly.pages
  onPages?.(assembly.pages)
  onProgress?.({ step: 'lay-out', pages: count })
  await using sheets = await layOut(assembly, browser, new Map([...styles.files, ...pictures.files]))
  signal?.throwIfAborted()
  onProgress?.({ step: 'print', pages: count })
  const printed = await print(sheets)
  onPrinted?.(printed, assembly)
  onProgress?.({ step: 'finish', pages: count })
  const fingerprint = keyOf('edition', assembly.html, styles.fingerprint, ...pictures.digests.values())
  const screen = await finish(printed, {
    metadata: metadataOf(kit, date),
    documents: assembly.pages.documents.flatMap((place, index) => {
      const item = documents[index]?.item
      return item
        ? [
            {
              ...place,
              title: item.kind === 'page' ? item.page.titre : nameOf(item),
              number: item.kind === 'fiche' ? item.fiche.numero : null,
            },
          ]
        : []
    }),
    marks: sheets.marks,
    fingerprint,
  })
  return { screen, printed, pages: assembly.pages, warnings: assembly.warnings }
}
