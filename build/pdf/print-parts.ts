import { isDrawing } from '../../src/text/index.ts'
import { keyOf, pack, unpack } from '../ground/index.ts'
import {
  type Assembly,
  digestsIn,
  nameOf,
  openSheetPrinter,
  type PaginateOptions,
  PaginationError,
  type Pictures,
  type PrintOutcome,
  picturesOf,
  type Sheets,
  type Styles,
} from '../paper/index.ts'
import { finish } from './bind/finish.ts'
import type { BookmarkedDocument } from './bind/navigation.ts'

/** The sheets of a document as Chromium prints them, with their bleed; the same key names the same bytes. */
export type PrintedSheets = {
  key: string
  /** An author's drawing stands on them, in colours of its own. */
  drawings: boolean
  pdf: Uint8Array
}

export type FinishedPart = {
  id: string
  first: number
  count: number
  key: string
  finished: Uint8Array
}

type PrintOptions = Pick<PaginateOptions, 'workshops' | 'cache' | 'most' | 'signal'> & SheetTools

/** Documents from which a second tab gains more than it costs. */
const PARTS_FOR_TWO_TABS = 6

/** Prints each document that is not kept already, and finishes it while the tabs print the next ones.
 *  @returns all documents, in reading order
 *  @throws PaginationError of the first document, in reading order, that has a fault; PrintError. `finished` has TaggingError too */
export async function printParts(
  assembly: Assembly,
  options: PrintOptions,
): Promise<{ printed: PrintedSheets[]; finished: Promise<FinishedPart[]> }> {
  const { cache, signal, workshops, styles } = options
  const keyOfSheets = keysOfSheets(assembly.css, options)
  const printed: PrintedSheets[] = []
  const finished: Promise<FinishedPart>[] = []
  const jobs: { sheets: Sheets; index: number; key: string }[] = []
  const add = (index: number, key: string, pdf: Uint8Array, finishing: Promise<Uint8Array>) => {
    const { item, first, html, bottoms } = assembly.sheets[index] as Sheets
    printed[index] = { key, drawings: picturesOf(html).some(isDrawing), pdf }
    finished[index] = finishing.then(bytes => ({
      ...{ id: item.id, first, count: bottoms.length, key },
      finished: bytes,
    }))
    finished[index]?.catch(() => {}) // thrown to the caller of `finished`, when all are printed
  }
  for (const [index, sheets] of assembly.sheets.entries()) {
    const key = keyOfSheets(sheets, bookmarked(sheets.item))
    const entry = await cache.read(key)
    const former = entry && unpack(entry)
    if (former?.['imprime'] && former['fini'])
      add(index, key, former['imprime'], Promise.resolve(former['fini']))
    else jobs.push({ sheets, index, key })
  }
  const finishOne = async (sheets: Sheets, key: string, { pdf, marks }: PrintOutcome) => {
    const document = bookmarked(sheets.item)
    const fini = await finish(pdf, { document, plan: styles.plan, marks, first: sheets.first })
    await cache.write(key, pack({ imprime: pdf, fini }))
    return fini
  }
  const failures = new Map<number, PaginationError>()
  const work = async () => {
    await using printer = await openSheetPrinter(workshops)
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      signal?.throwIfAborted()
      const { sheets, index, key } = job
      try {
        const outcome = await printer.print(sheets)
        add(index, key, outcome.pdf, finishOne(sheets, key, outcome))
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

/** Names a document where its own title does not do. */
export function bookmarked(item: Sheets['item']): BookmarkedDocument {
  return {
    title: item.kind === 'page' ? item.page.titre : nameOf(item),
    number: item.kind === 'fiche' ? item.fiche.numero : null,
  }
}

/** What printing and finishing depend on, beside the sheets, their style sheets and the press. */
type SheetTools = {
  styles: Pick<Styles, 'fingerprint' | 'plan'>
  browserVersion: string
  pictures: Pick<Pictures, 'digests'>
}

/** Makes the function that names what is kept of the sheets of a document, by all they depend on: folios and page numbers too.
 *  @param css style sheets, rules of the fonts */
export function keysOfSheets(
  css: string,
  { styles, browserVersion, pictures }: SheetTools,
): (sheets: Sheets, document: BookmarkedDocument) => string {
  const shared = keyOf('outils', css, styles.fingerprint, browserVersion)
  return ({ first, html, bottoms }, document) => {
    const digests = digestsIn(html, pictures).join('\n')
    return keyOf('feuilles', html, JSON.stringify([document, first, bottoms]), digests, shared)
  }
}
