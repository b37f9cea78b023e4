import pMap from 'p-map'
import { isDrawing, type PagePlan } from '../../src/text/index.ts'
import { type Cache, keyOf } from '../ground/index.ts'
import {
  type Assembly,
  digestsIn,
  type Marks,
  nameOf,
  openSheetPrinter,
  PaginationError,
  type Pictures,
  picturesOf,
  type Sheets,
  type Styles,
  type Workshops,
} from '../paper/index.ts'
import { finish } from './bind/finish.ts'
import type { BookmarkedDocument } from './bind/navigation.ts'

/** The sheets of a document as Chromium prints them, with their bleed; the same key names the same bytes. */
export type PrintedSheets = {
  key: string
  /** An author's drawing stands on them, in colours of its own. */
  drawings: boolean
  read(): Promise<Uint8Array>
}

type PrintedPart = {
  sheets: Sheets
  /** Sheets for the printer's PDF, seldom read for a kept document: its inks are kept too. */
  printed: PrintedSheets
  /** Meaning of their elements; or the finished document of a former build. */
  rest: { marks: Marks } | { finished: Uint8Array }
}

export type FinishedPart = {
  id: string
  first: number
  count: number
  key: string
  finished: Uint8Array
}

type PrintOptions = {
  workshops: Workshops
  styles: Pick<Styles, 'fingerprint'>
  pictures: Pictures
  browserVersion: string
  cache: Cache
  /** Most tabs at once, two by default. */
  most?: number | undefined
  signal?: AbortSignal | undefined
}

/** Documents from which a second tab gains more than it costs. */
const PARTS_FOR_TWO_TABS = 6

/** Prints each document whose sheets are not kept already. @returns all documents, in reading order
 *  @throws PaginationError of the first document, in reading order, that has a fault; PrintError */
export async function printParts(assembly: Assembly, options: PrintOptions): Promise<PrintedPart[]> {
  const { cache, signal, workshops, styles, pictures } = options
  const { fingerprint } = styles
  const tools = { css: assembly.css, fingerprint, browserVersion: options.browserVersion }
  const keyOfSheets = keysOfSheets(tools, pictures)
  const parts: (PrintedPart | undefined)[] = []
  const jobs: { sheets: Sheets; index: number; key: string; drawings: boolean }[] = []
  for (const [index, sheets] of assembly.sheets.entries()) {
    const key = keyOfSheets(sheets, bookmarked(sheets.item))
    const drawings = picturesOf(sheets.html).some(isDrawing)
    const finished = await cache.read(key)
    if (finished) {
      const read = async () => (await cache.read(keyOfPrinted(key))) ?? printAgain(sheets, workshops)
      parts[index] = { sheets, printed: { key, drawings, read }, rest: { finished } }
    } else jobs.push({ sheets, index, key, drawings })
  }
  const failures = new Map<number, PaginationError>()
  const work = async () => {
    await using printer = await openSheetPrinter(workshops)
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      signal?.throwIfAborted()
      const { sheets, index, key, drawings } = job
      try {
        const { pdf, marks } = await printer.print(sheets)
        parts[index] = { sheets, printed: { key, drawings, read: async () => pdf }, rest: { marks } }
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

/** Finishes the documents that were printed anew, and keeps them with their sheets. @throws PrintError, TaggingError */
export async function finishParts(
  parts: readonly PrintedPart[],
  { cache, plan, signal }: Pick<PrintOptions, 'cache' | 'signal'> & { plan: PagePlan },
): Promise<FinishedPart[]> {
  const finishOne = async ({ sheets, printed, rest }: PrintedPart): Promise<FinishedPart> => {
    signal?.throwIfAborted()
    const { item, first, bottoms } = sheets
    const { key } = printed
    const place = { id: item.id, first, count: bottoms.length, key }
    if ('finished' in rest) return { ...place, finished: rest.finished }
    const pdf = await printed.read()
    const finished = await finish(pdf, { document: bookmarked(item), plan, marks: rest.marks, first })
    await cache.write(keyOfPrinted(key), pdf)
    await cache.write(key, finished)
    return { ...place, finished }
  }
  // While one is being packed, on other threads, the next is tagged.
  return pMap(parts, finishOne, { concurrency: 3 })
}

/** The printed sheets are kept beside the finished document; as they are rarely read, they may be gone before it. */
const keyOfPrinted = (key: string) => keyOf('imprimees', key)

async function printAgain(sheets: Sheets, workshops: Workshops): Promise<Uint8Array> {
  await using printer = await openSheetPrinter(workshops)
  return (await printer.print(sheets)).pdf
}

/** Names a document where its own title does not do. */
export function bookmarked(item: Sheets['item']): BookmarkedDocument {
  return {
    title: item.kind === 'page' ? item.page.titre : nameOf(item),
    number: item.kind === 'fiche' ? item.fiche.numero : null,
  }
}

/** Inputs of printing and finishing, beside the sheets and the press. */
export type PrintingTools = {
  /** Style sheets, rules of the fonts. */
  css: string
  fingerprint: string
  browserVersion: string
}

/** Makes the function that names what is kept of the sheets of a document, by all they depend on: folios and page numbers too. */
export function keysOfSheets(
  { css, fingerprint, browserVersion }: PrintingTools,
  pictures: Pick<Pictures, 'digests'>,
): (sheets: Sheets, document: BookmarkedDocument) => string {
  const shared = keyOf('outils', css, fingerprint, browserVersion)
  return ({ first, html, bottoms }, document) => {
    const digests = digestsIn(html, pictures).join('\n')
    return keyOf('feuilles', html, JSON.stringify([document, first, bottoms]), digests, shared)
  }
}
