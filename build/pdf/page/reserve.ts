import { attributeOf, changed, elementsOf, hasClass } from '../../../src/edit-html.ts'
import { escapeXml } from '../../../src/escape-xml.ts'
import type { Item } from '../../../src/indexes/sequence.ts'
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

/** The slots of page numbers whose target an attribute names. */
const slotsOf = (html: string, attribute: string) =>
  elementsOf(html).filter(
    slot => slot.name === 'span' && hasClass(slot, 'n') && slot.attributes.has(attribute),
  )

/** Empties the page numbers of a document; the style sheet gives each the same width, whatever it will hold. Characters
 *  without drawing are spelled.
 *  @throws PaginationError when the document is not one element with the item's id */
export function reserve({ item, html }: PrintDocument): Part {
  const whole = html.trim()
  const roots = elementsOf(whole).filter(({ parent }) => parent === null)
  const [root] = roots
  if (!root || roots.length > 1 || root.end < whole.length || attributeOf(root, 'id') !== item.id)
    throw new PaginationError(item, [{ kind: 'racine', found: whole.slice(0, 60) }])
  return { item, html: emptied(whole) }
}

function emptied(html: string): string {
  const spelled = spellUndrawn(html)
  const changes = slotsOf(spelled, WRITTEN).flatMap(slot => {
    const target = slot.attributes.get(WRITTEN)
    if (!target) return []
    return [
      { ...target, text: `${RESERVED}="${escapeXml(target.value)}"` },
      { start: slot.inside, end: slot.outside, text: '0' },
    ]
  })
  return changed(spelled, changes)
}

/** Writes into each slot of `html` what `numberOf` gives for its target. */
export const fillSlots = (html: string, numberOf: (target: string) => string): string =>
  changed(
    html,
    slotsOf(html, RESERVED).map(slot => ({
      start: slot.inside,
      end: slot.outside,
      text: numberOf(attributeOf(slot, RESERVED) ?? ''),
    })),
  )
