import { attributeOf, type Change, changed, elementsOf, hasClass, insert } from '../../src/edit-html.ts'
import type { Chapter } from './chapters.ts'
import type { PrintedPages } from './pages.ts'

const written = (page: number) => `<span class="p">p.\u00a0${page}</span>`

/** Writes the printed page after each cross-reference, inside the link that says the fiche's title, and into the slots
 *  `<span class="folio" data-page="ID"></span>` of the sommaire. */
export function writeFolios(chapters: readonly Chapter[], pages: PrintedPages): Chapter[] {
  const pageOf = new Map(pages.documents.map(({ id, first }) => [id, first]))
  const pageOfHref = new Map(chapters.map(({ item, href }) => [href, pageOf.get(item.id)]))
  const places: Places = { pageOf: id => pageOf.get(id), pageOfHref: href => pageOfHref.get(href) }
  return chapters.map(chapter => ({ ...chapter, xhtml: fill(chapter.xhtml, places) }))
}

type Places = { pageOf(id: string): number | undefined; pageOfHref(href: string): number | undefined }

function fill(xhtml: string, { pageOf, pageOfHref }: Places): string {
  const changes = elementsOf(xhtml, true).flatMap((element): Change[] => {
    if (element.name === 'a' && hasClass(element, 'renvoi')) {
      const page = pageOfHref(attributeOf(element, 'href')?.split('#')[0] ?? '')
      return page === undefined ? [] : [insert(element.outside, ` ${written(page)}`)]
    }
    const id = attributeOf(element, 'data-page')
    if (element.name !== 'span' || !hasClass(element, 'folio') || id === undefined) return []
    const page = pageOf(id)
    const text = page === undefined ? '' : `<span class="folio">${written(page)}</span>`
    return [{ start: element.start, end: element.end, text }]
  })
  return changed(xhtml, changes)
}
