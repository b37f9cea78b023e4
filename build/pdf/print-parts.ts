import pMap from 'p-map'
import { type Bundle, pack, viewsOf } from '../bundle.ts'
import type { Cache } from '../cache.ts'
import type { Marks } from './accessible/marks.ts'
import type { Assembly, Sheets } from './assemble.ts'
import { nameOf, PaginationError } from './faults.ts'
import type { BookmarkedDocument } from './finish/outline.ts'
import { finish } from './finish.ts'
import type { Pictures } from './pictures.ts'
import { openSheetPrinter } from './print-sheets.ts'
import { keysOfSheets } from './sheets-key.ts'
import type { Styles } from './styles.ts'
import type { Workshops } from './workshop.ts'

/** One document of the edition, printed. */
export type PrintedPart = {
  sheets: Sheets
  /** The sheets as Chromium printed them, with their bleed: what a printer's PDF is made from. */
  printed: Uint8Array
  /** What their elements mean; or the finished document, as a former build kept it. */
  rest: { marks: Marks; key: string } | { finished: Uint8Array }
}

/** One document of the edition, ready for the screen. */
export type FinishedPart = {
  /** id of the document. */
  id: string
  /** Folio of its first page. */
  first: number
  /** Pages. */
  count: number
  /** A PDF of its own. */
  finished: Uint8Array
}

export type PrintOptions = {
  workshops: Workshops
  styles: Pick<Styles, 'fingerprint'>
  pictures: Pictures
  browserVersion: string
  cache: Cache
  /** Most tabs at once, two by default. */
  most?: number | undefined
  signal?: AbortSignal | undefined
  /** Told of each document printed anew. */
  onPrint?: ((sheets: Sheets) => void) | undefined
}

/** Documents from which a second tab gains more than it costs. */
const PARTS_FOR_TWO_TABS = 6
const [PRINTED, FINISHED] = ['feuilles.pdf', 'ecran.pdf'] as const

/** Prints each document whose sheets are not kept already.
 *  @throws PaginationError of the first document, in reading order, that has a fault; PrintError
 *  @returns all documents, in reading order */
export async function printParts(assembly: Assembly, options: PrintOptions): Promise<PrintedPart[]> {
  const { cache, signal, workshops, styles, pictures } = options
  const { fingerprint } = styles
  const tools = { head: assembly.head, fingerprint, browserVersion: options.browserVersion }
  const keyOfSheets = keysOfSheets(tools, pictures)
  const parts: (PrintedPart | undefined)[] = []
  const jobs: { sheets: Sheets; index: number; key: string }[] = []
  for (const [index, sheets] of assembly.sheets.entries()) {
    const key = keyOfSheets(sheets, bookmarked(sheets.item))
    const found = await cache.read(key)
    if (found) parts[index] = keptPart(sheets, viewsOf(found))
    else jobs.push({ sheets, index, key })
  }
  const failures = new Map<number, PaginationError>()
  const work = async () => {
    await using printer = await openSheetPrinter(workshops)
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      signal?.throwIfAborted()
      const { sheets, index, key } = job
      options.onPrint?.(sheets)
      try {
        const { pdf, marks } = await printer.print(sheets)
        parts[index] = { sheets, printed: pdf, rest: { marks, key } }
      } catch (error) {
        if (!(error instanceof PaginationError)) throw error
        failures.set(index, error)
      }
    }
  }
  const most = jobs.length < PARTS_FOR_TWO_TABS ? 1 : (options.most ?? 2)
  await Promise.all(Array.from({ length: Math.min(jobs.length, most) }, work))
  for (const [, failure] of [...failures].sort(([a], [b]) => a - b)) throw failure
  return parts.filter(part => part !== undefined)
}

/** Finishes the documents that were printed anew, and keeps them with their sheets.
 *  @throws PrintError, TaggingError */
export async function finishParts(
  parts: readonly PrintedPart[],
  { cache, signal }: Pick<PrintOptions, 'cache' | 'signal'>,
): Promise<FinishedPart[]> {
  const finishOne = async ({ sheets, printed, rest }: PrintedPart): Promise<FinishedPart> => {
    signal?.throwIfAborted()
    const { item, first, bottoms } = sheets
    const place = { id: item.id, first, count: bottoms.length }
    if ('finished' in rest) return { ...place, finished: rest.finished }
    const finished = await finish(printed, { document: bookmarked(item), marks: rest.marks, first })
    await cache.write(rest.key, pack({ [PRINTED]: printed, [FINISHED]: finished }))
    return { ...place, finished }
  }
  // While one is being packed, on other threads, the next is tagged.
  return pMap(parts, finishOne, { concurrency: 3 })
}

function keptPart(sheets: Sheets, { [PRINTED]: printed, [FINISHED]: finished }: Bundle): PrintedPart {
  if (!printed || !finished) throw new Error(`the sheets of ${sheets.item.id} were kept in part`)
  return { sheets, printed, rest: { finished } }
}

/** How a document is called where its own title does not do. */
export function bookmarked(item: Sheets['item']): BookmarkedDocument {
  return {
    title: item.kind === 'page' ? item.page.titre : nameOf(item),
    number: item.kind === 'fiche' ? item.fiche.numero : null,
  }
}
