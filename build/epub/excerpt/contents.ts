import {
  attributeOf,
  changed,
  contentOf,
  type Element,
  elementsOf,
  hasClass,
  isIn,
} from '../../../src/edit-html.ts'
import type { ExcerptList } from '../../../src/excerpt/list.ts'
import { isPageMark } from '../pages.ts'
import type { TocFamily } from '../toc.ts'
import { plainText } from '../xml.ts'
import { takenOut } from './elements.ts'

/** The sommaire of a choice: the lines that lead to a chapter that is kept, and the families of these.
 *  It is a page of its own: the printed sommaire's number is not its number, nor that of other chapters which are cut.
 *  @param isCut whether a chapter that is kept is not all that it is in the kit */
export function cutContents(
  xhtml: string,
  isKept: (href: string) => boolean,
  isCut: (href: string) => boolean,
): string {
  const elements = elementsOf(xhtml, true)
  const hrefOf = (line: Element) => {
    const link = elements.find(({ name, parent }) => name === 'a' && parent === line)
    return link && attributeOf(link, 'href')
  }
  const gone = new Set<Element>()
  for (const line of elements.filter(({ name }) => name === 'li')) {
    const href = hrefOf(line)
    if (href === undefined || !isKept(href)) gone.add(line)
  }
  const hasLines = (list: Element) =>
    elements.some(element => element.name === 'li' && isIn(element, list) && !gone.has(element))
  for (const list of elements)
    if ((list.name === 'ul' || hasClass(list, 'famille')) && !hasLines(list)) gone.add(list)
  for (const element of elements) {
    const { parent } = element
    const folioOfCut = hasClass(element, 'folio') && parent && isCut(hrefOf(parent) ?? '')
    if (folioOfCut || isPageMark(element)) gone.add(element)
  }
  return changed(xhtml, takenOut(xhtml, [...gone]))
}

/** The families of a sommaire, as it calls them. */
export function familiesIn(xhtml: string, { fiches }: Pick<ExcerptList, 'fiches'>): TocFamily[] {
  const elements = elementsOf(xhtml, true)
  return elements
    .filter(element => hasClass(element, 'famille-titre'))
    .map(heading => {
      const family = heading.parent ? attributeOf(heading.parent, 'id') : undefined
      const mark = elements.find(element => element.parent === heading && hasClass(element, 'marque'))
      return {
        mark: mark ? plainText(contentOf(xhtml, mark)) : '',
        name: plainText(xhtml.slice(mark?.end ?? heading.inside, heading.outside)),
        fiches: fiches.filter(fiche => family === `famille-${fiche.family}`).map(({ id }) => id),
      }
    })
}
