import {
  attributeOf,
  type Change,
  changed,
  type Element,
  elementsOf,
  escapeXml,
  hasClass,
} from '../../../src/edit-html.ts'
import type { Item } from '../../../src/indexes/listing.ts'
import { PaginationError } from '../faults.ts'
import { spellUndrawn } from './spell-undrawn.ts'

/** A document of the print edition as the layouts give it: one root element whose id is the item's. */
export type PrintDocument = { item: Item; html: string }

/** A document ready to be paged: its page numbers are slots, so that its pages depend on nothing outside of it. */
export type Part = PrintDocument & {
  /** On which side its first page comes to stand, where an example would be overleaf from its lever otherwise. */
  side?: Side
}
export type Side = 'gauche' | 'droite'

// Paged.js takes `data-page` for the name of a page and begins a new one: slots carry their target otherwise.
const [WRITTEN, RESERVED] = ['data-page', 'data-vers']

/** The slots of page numbers among elements, each with the attribute that names its target. */
const slotsIn = (elements: readonly Element[], attribute: string) =>
  elements.flatMap(slot => {
    const target = slot.attributes.get(attribute)
    return target && slot.name === 'span' && hasClass(slot, 'n') ? [{ ...slot, target }] : []
  })

/** Empties the page numbers of a document; the style sheet gives each the same width, whatever it will hold. Characters
 *  without drawing are spelled.
 *  @throws PaginationError when the document is not one element with the item's id */
export function reserve({ item, html }: PrintDocument): Part {
  const whole = spellUndrawn(html.trim())
  const elements = elementsOf(whole)
  const [root, ...others] = elements.filter(({ parent }) => parent === null)
  if (!root || others.length > 0 || root.end < whole.length || attributeOf(root, 'id') !== item.id)
    throw new PaginationError(item, [{ kind: 'racine', found: whole.slice(0, 60) }])
  const changes = slotsIn(elements, WRITTEN).flatMap(({ target, inside, outside }) => [
    { ...target, text: `${RESERVED}="${escapeXml(target.value)}"` },
    { start: inside, end: outside, text: '0' },
  ])
  return { item, html: changed(whole, changes) }
}

/** Writes into each slot among elements what `numberOf` gives for its target. */
export const fillSlots = (elements: readonly Element[], numberOf: (target: string) => string): Change[] =>
  slotsIn(elements, RESERVED).map(({ target, inside, outside }) => ({
    start: inside,
    end: outside,
    text: numberOf(target.value),
  }))
