import {
  attributeOf,
  type Change,
  changed,
  type Element,
  elementsOf,
  hasClass,
  isIn,
} from '../../../src/edit-html.ts'
import { wordFor } from '../../../src/french.ts'
import { isPageMark } from '../pages.ts'
import { takenOut } from './elements.ts'

/** The acronyms that chosen fiches use, with these fiches; null: they use none.
 *  @param isChosen whether a file is one of them */
export function cutAcronyms(xhtml: string, isChosen: (href: string) => boolean): string | null {
  const elements = elementsOf(xhtml, true)
  const terms = elements.filter(({ name }) => name === 'dt')
  const meanings = elements.filter(({ name }) => name === 'dd')
  const changes: Change[] = []
  // The note speaks of all acronyms of the kit.
  const gone = elements.filter(element => isPageMark(element) || hasClass(element, 'sigles-note'))
  for (const [index, meaning] of meanings.entries()) {
    const within = elements.filter(element => isIn(element, meaning))
    const reference = within.find(element => hasClass(element, 'reference'))
    const links = within.filter(
      element => element.name === 'a' && isChosen(attributeOf(element, 'href') ?? ''),
    )
    if (reference && links.length > 0) changes.push(refer(xhtml, reference, links))
    else gone.push(...terms.slice(index, index + 1), meaning)
  }
  return changes.length > 0 ? changed(xhtml, [...changes, ...takenOut(xhtml, gone)]) : null
}

/** Says who uses an acronym as the layout does: « fiches 8, 12 ». */
function refer(xhtml: string, { inside, outside }: Element, links: readonly Element[]): Change {
  const numbers = links.map(({ start, end }) => xhtml.slice(start, end)).join(', ')
  return { start: inside, end: outside, text: `${wordFor(links.length, 'fiche')} ${numbers}` }
}
