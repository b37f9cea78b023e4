import { isDrawing } from '../../src/text/index.ts'
import { type Cache, keyOf } from '../ground/index.ts'
import {
  type Assembly,
  digestsIn,
  nameOf,
  openSheetPrinter,
  PaginationError,
  type Pictures,
  type PrintOutcome,
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

export type FinishedPart = {
  id: string
  first: number
  count: number
  key: string
  finished: Uint8Array
}

type PrintOptions = {
  workshops: Workshops
  styles: Pick<Styles, 'fingerprint' | 'plan'>
  pictures: Pictures
  browserVersion: string
  cache: Cache
  /** Most tabs at once, two by default. */
  most?: number | undefined
  signal?: AbortSignal | undefined
}

/** Documents from which a second tab gains more than it costs. */
const PARTS_FOR_TWO_TABS = 6

/** Prints each document that is not kept already, and finishes it while the tabs print the next ones.
 *  @returns all documents, in reading order; the sheets are seldom read for a kept document: its inks are kept too
 *  @throws PaginationError of the first document, in reading order, that has a fault; PrintError. `finished` has TaggingError too */
export async function printParts(
  assembly: Assembly,
  options: PrintOptions,
): Promise<{ printed: PrintedSheets[]; finished: Promise<FinishedPart[]> }> {
  const { cache, signal, workshops, styles, pictures } = options
  const { fingerprint, plan } = styles
  const tools = { css: assembly.css, fingerprint, browserVersion: options.browserVersion }
  const keyOfSheets = keysOfSheets(tools, pictures)
  const printed: PrintedSheets[] = []
  const finished: Promise<FinishedPart>[] = []
  const jobs: { sheets: Sheets; index: number; key: string; drawings: boolean }[] = []
  const placeOf = ({ item, first, bottoms }: Sheets) => ({ id: item.id, first, count: bottoms.length })
  for (const [index, sheets] of assembly.sheets.entries()) {
    const key = keyOfSheets(sheets, bookmarked(sheets.item))
    const drawings = picturesOf(sheets.html).some(isDrawing)
    const kept = await cache.read(key)
    if (kept) {
      const read = async () => (await cache.read(keyOfPrinted(key))) ?? printAgain(sheets, workshops)
      printed[index] = { key, drawings, read }
      finished[index] = Promise.resolve({ ...placeOf(sheets), key, finished: kept })
    } else jobs.push({ sheets, index, key, drawings })
  }
  const finishOne = async (
    sheets: Sheets,
    key: string,
    { pdf, marks }: PrintOutcome,
  ): Promise<FinishedPart> => {
    const document = bookmarked(sheets.item)
    const finished = await finish(pdf, { document, plan, marks, first: sheets.first })
    await cache.write(keyOfPrinted(key), pdf)
    await cache.write(key, finished)
    return { ...placeOf(sheets), key, finished }
  }
  const failures = new Map<number, PaginationError>()
  const work = async () => {
    await using printer = await openSheetPrinter(workshops)
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      signal?.throwIfAborted()
      const { sheets, index, key, drawings } = job
      try {
        const outcome = await printer.print(sheets)
        printed[index] = { key, drawings, read: async () => outcome.pdf }
        const finishing = finishOne(sheets, key, outcome)
        finishing.catch(() => {}) // thrown to the caller of `finished`, when all are printed
        finished[index] = finishing
      } catch (error) {
        if (!(error instanceof PaginationError)) throw error
        failures.set(index, error)
      }
    }
  }
  const most = jobs.length < PARTS_FOR_TWO_TABS ? 1 : (options.most ?? 2)
  await Promise.all(Array.from({ length: Math.min(jobs.length, most) }, work))
  for (const [, failure] of [...failures].sort(([a], [b]) => a - b)) throw failure
  return { printed, finished: Promise.all(finished) }
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
