import type { Item } from '../../../src/indexes/sequence.ts'
import { remember } from '../../../src/remember.ts'
import { PaginationError } from '../faults.ts'
import { spellUndrawn } from './spell-undrawn.ts'

/** A document of the print edition as the layouts give it: one root element whose id is the item's. */
export type PrintDocument = { item: Item; html: string }

/** A document ready to be paged: its page numbers are slots, so that its pages depend on nothing outside of it. */
export type Part = PrintDocument

// Paged.js takes `data-page` for the name of a page and begins a new one: slots carry their target otherwise.
const written = /<span class="n" data-page="([^"]*)">[^<]*<\/span>/g
// The paging may have left a mark of its own on a slot.
const reserved = /<span class="n" data-vers="([^"]*)"([^>]*)>[^<]*<\/span>/g
const slot = (id: string, content: string, rest = '') =>
  `<span class="n" data-vers="${id}"${rest}>${content}</span>`

/** Empties the page numbers of a document; the style sheet gives each the same width, whatever it will hold. Characters
 *  without drawing are spelled.
 *  @throws PaginationError when the document is not one element with the item's id */
export function reserve({ item, html }: PrintDocument): Part {
  const [, tag = '', attributes = ''] = /^\s*<([a-z]+)\b([^>]*)>/.exec(html) ?? []
  const id = /\bid="([^"]*)"/.exec(attributes)?.[1]
  if (id !== item.id || !html.trimEnd().endsWith(`</${tag}>`))
    throw new PaginationError(item, [{ kind: 'racine', found: html.trim().slice(0, 60) }])
  return { item, html: emptied(html.trim()) }
}

const emptied = remember(html =>
  spellUndrawn(html).replace(written, (_, target: string) => slot(target, '0')),
)

/** Writes into each slot of `html` what `numberOf` gives for its target. */
export function fillSlots(html: string, numberOf: (target: string) => string): string {
  return html.replace(reserved, (_, target: string, rest: string) => slot(target, numberOf(target), rest))
}
