import { changed, elementsOf } from '../../../src/edit-html.ts'
import { leadElsewhere } from './elsewhere.ts'
import { fillSlots } from './reserve.ts'

/** What a page asks of the others. */
type Others = {
  /** The page on which an id begins. */
  numberOf(target: string): string
  /** Whether the element with this id is in another document. */
  leaves(id: string): boolean
}

/** Writes into the HTML of a page what is known of the others. */
export function fillPage(html: string, { numberOf, leaves }: Others): string {
  const elements = elementsOf(html)
  return changed(html, [...fillSlots(elements, numberOf), ...leadElsewhere(elements, leaves)])
}
