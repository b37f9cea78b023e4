import { type Item, type Kit, sequence } from '../../../src/kit/index.ts'
import { changed, diagnose, elementsOf, hasClass, type Problem, topOf } from '../../../src/problems/index.ts'
import { type Folio, folio } from '../../../src/text/index.ts'
import type { Styles } from '../page/assets.ts'
import { type Fault, nameOf, type PageWarning, PaginationError } from '../page/faults.ts'
import type { PaginatedPart } from '../page/paginate.ts'
import { fillPage } from '../page/reserve.ts'

export type Pages = {
  count: number
  /** id of any element → the page it begins on. */
  pageOf: Record<string, Folio>
  documents: { id: string; first: Folio; last: Folio }[]
  /** Document → the block (`data-b`) that each of its pages begins with; null on a page without text of a body. */
  blocks: Record<string, (number | null)[]>
}

/** The pages of one document as Paged.js is given them: a text area (`.zone`) each, with the running elements in the first. */
export type Sheets = {
  item: Item
  first: Folio
  html: string
  /** By page: where its last line ended when it was paged, in px under the top of the text area. */
  bottoms: readonly number[]
}

/** All the pages in their order, with the numbers that were written in. */
export type Assembly = {
  /** The style sheets that all sheets share. */
  css: string
  sheets: Sheets[]
  pages: Pages
  warnings: PageWarning[]
}

/** Numbers the pages of all documents, and writes the page numbers in. Strings only.
 *  @throws PaginationError when a number is asked for, or a link leads to, an id without page, or an id exists twice */
export function assemble(
  parts: readonly PaginatedPart[],
  styles: Pick<Styles, 'content' | 'assembly' | 'page' | 'fonts'>,
): Assembly {
  const pages = locate(parts)
  const sheets: Sheets[] = []
  const warnings: PageWarning[] = []
  for (const part of parts) {
    const { missing, ...numbered } = sheetsOf(part, pages)
    if (missing.length > 0)
      throw new PaginationError(
        part.item,
        missing.map(target => ({ kind: 'renvoi', target })),
      )
    sheets.push(numbered)
    warnings.push(...warningsOf(part, numbered.first))
  }
  const css = [styles.fonts, styles.content, styles.assembly, styles.page].join('\n')
  return { css, sheets, pages, warnings }
}

/** Writes the pages of one document, with the numbers of where everything is.
 *  @returns `missing`: ids without page that a number is asked for, or a link leads to */
export function sheetsOf(
  { item, running, pages: list }: PaginatedPart,
  { documents, pageOf }: Pick<Pages, 'documents' | 'pageOf'>,
): Sheets & { missing: string[] } {
  const first = documents.find(({ id }) => id === item.id)?.first ?? folio(1)
  const missing = new Set<string>()
  const ownIds = new Set(list.flatMap(({ ids }) => ids))
  const numberOf = (target: string) => {
    const number = pageOf[target]
    if (number === undefined) missing.add(target)
    return String(number ?? '')
  }
  const leaves = (target: string) => {
    if (ownIds.has(target)) return false
    if (pageOf[target] === undefined) missing.add(target)
    return true
  }
  const [imprint] = elementsOf(running).filter(element => hasClass(element, 'mention-legale'))
  const line = imprint ? running.slice(imprint.start, imprint.end) : ''
  const around = imprint ? changed(running, [{ ...imprint, text: '' }]) : running
  const zones = list.map(({ html }, index) => {
    const filled = fillPage(html, { numberOf, leaves })
    const isLast = index === list.length - 1
    return `<section class="zone">${index === 0 ? around : ''}${filled}${isLast ? line : ''}</section>`
  })
  return {
    item,
    first,
    html: zones.join('\n'),
    bottoms: list.map(({ bottom }) => bottom),
    missing: [...missing],
  }
}

function warningsOf({ item, pages }: PaginatedPart, first: Folio): PageWarning[] {
  return pages.flatMap(({ simple, heading }, index): PageWarning[] => {
    const place = { document: item.id, name: nameOf(item), page: folio(first + index) }
    return [
      ...(simple ? [{ ...place, kind: 'forme-simple' as const, why: simple }] : []),
      ...(heading !== null ? [{ ...place, kind: 'titre-en-bas' as const, text: heading }] : []),
    ]
  })
}

/** Numbers the pages. @throws PaginationError when an id exists twice */
export function locate(parts: readonly PaginatedPart[]): Pages {
  const pageOf = new Map<string, Folio>()
  const documents: Pages['documents'] = []
  const blocks: [string, (number | null)[]][] = []
  let last = 0
  for (const { item, pages } of parts) {
    const first = last + 1
    const faults: Fault[] = []
    for (const page of pages) {
      last++
      for (const anchor of page.ids) {
        if (pageOf.has(anchor)) faults.push({ kind: 'ancre', anchor })
        pageOf.set(anchor, folio(last))
      }
    }
    if (faults.length > 0) throw new PaginationError(item, faults)
    documents.push({ id: item.id, first: folio(first), last: folio(last) })
    blocks.push([item.id, pages.map(({ block }) => block)])
  }
  return { count: last, pageOf: Object.fromEntries(pageOf), documents, blocks: Object.fromEntries(blocks) }
}

const MOST_PAGES = 5

/** Warns the author of fiches too long, headings left alone at the foot of a page, documents in a simpler form. */
export function judgePages(kit: Kit, { documents }: Pages, warnings: readonly PageWarning[]): Problem[] {
  const fileOf = new Map<string, string>()
  for (const item of sequence(kit)) {
    if (item.kind === 'fiche') fileOf.set(item.id, item.fiche.file)
    if (item.kind === 'page') fileOf.set(item.id, item.page.file)
  }
  const place = (id: string) => topOf(fileOf.get(id) ?? 'kit.yaml')
  const published = new Set(kit.fiches.map(({ slug }) => slug))
  const long = documents.flatMap(({ id, first, last }) => {
    const pages = last - first + 1
    if (!published.has(id) || pages <= MOST_PAGES) return []
    return [diagnose('fiche-longue', place(id), { pages, maximum: MOST_PAGES })]
  })
  const onPages = warnings.map(warning =>
    warning.kind === 'titre-en-bas'
      ? diagnose('titre-en-bas', place(warning.document), { page: warning.page, titre: warning.text })
      : diagnose('forme-simple', place(warning.document), { page: warning.page, cause: warning.why }),
  )
  return [...long, ...onPages]
}
