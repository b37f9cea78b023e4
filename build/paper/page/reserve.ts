import { type Item, spellUndrawn as spellText, undrawnCharacters } from '../../../src/kit/index.ts'
import {
  attributeOf,
  changed,
  elementsNamed,
  elementsOf,
  escapeXml,
  hasClass,
  type MarkupElement,
  textsOf,
} from '../../../src/problems/index.ts'
import { columns } from '../../../src/text/index.ts'
import { origin } from '../../ground/browser.ts'
import { PaginationError } from './faults.ts'

/** A document of the print edition as the layouts give it: one root element whose id is the item's. */
export type PrintDocument = { item: Item; html: string }

/** A document ready to be paged: its page numbers are slots, so that its pages depend on nothing outside of it. */
export type PrintPart = PrintDocument & {
  /** HTML of its running elements, in one element `data-cadre`; empty for a document without. */
  running: string
  /** On which side its first page comes to stand, where an example would be overleaf from its lever otherwise. */
  side?: Side
}
export type Side = 'gauche' | 'droite'

// Paged.js takes `data-page` for the name of a page and begins a new one: slots carry their target otherwise.
const [WRITTEN, RESERVED] = ['data-page', 'data-vers']

/** The slots of page numbers among elements, each with the attribute that names its target. */
const slotsIn = (elements: readonly MarkupElement[], attribute: string) =>
  elements.flatMap(slot => {
    const target = slot.attributes.get(attribute)
    return target && slot.name === 'span' && hasClass(slot, 'n') ? [{ ...slot, target }] : []
  })

/** Empties the page numbers of a document; the style sheet gives each the same width. Characters without drawing are spelled.
 *  @throws PaginationError when the document is not one element with the item's id, and its running elements before it */
export function reserve({ item, html }: PrintDocument): PrintPart {
  const whole = spellUndrawn(html.trim())
  const elements = elementsOf(whole)
  const roots = elements.filter(({ parent }) => parent === null)
  const running = roots[0]?.attributes.has('data-cadre') ? whole.slice(0, roots.shift()?.end) : ''
  const [root, ...others] = roots
  if (!root || others.length > 0 || root.end < whole.length || attributeOf(root, 'id') !== item.id)
    throw new PaginationError(item, [{ kind: 'racine', actual: whole.slice(running.length, 60) }])
  const changes = slotsIn(elements, WRITTEN).flatMap(({ target, inside, outside }) => [
    { ...target, text: `${RESERVED}="${escapeXml(target.value)}"` },
    { start: inside, end: outside, text: '0' },
  ])
  return { item, running, html: changed(whole, changes).slice(root.start) }
}

/** Gives the slots of page numbers their width. @param digits of the number of a target, where it is known @param usual of the others */
export function fitSlots(part: PrintPart, digits: ReadonlyMap<string, number>, usual: number): PrintPart {
  const changes = slotsIn(elementsOf(part.html), RESERVED).flatMap(({ target: { value, end } }) => {
    const count = digits.get(value) ?? usual
    return count !== usual ? [{ start: end, end, text: ` style="--chiffres-folio: ${count}"` }] : []
  })
  return { ...part, html: changed(part.html, changes) }
}

/** Says in words what charts across the page draw: in large print their figures would be too small. */
export function sayWideCharts({ item, html }: PrintDocument): PrintDocument {
  const charts = elementsNamed(html, ['svg']).filter(
    chart => hasClass(chart, 'graphique') && attributeOf(chart, 'width') === `${columns.page}mm`,
  )
  const changes = charts.map(chart => ({
    start: chart.start,
    end: chart.end,
    text: `<p>${escapeXml(attributeOf(chart, 'aria-label') ?? '')}</p>`,
  }))
  return { item, html: changed(html, changes) }
}

/** Writes each character that no shipped font draws as its code, « [U+1F600] »: the page shows that something is missing. */
export function spellUndrawn(html: string): string {
  if (undrawnCharacters(html).length === 0) return html
  const texts = textsOf(html).map(({ start, end }) => ({
    start,
    end,
    text: spellText(html.slice(start, end)),
  }))
  return changed(html, texts)
}

/** Address of links that leave a document: Chromium drops links to an id outside its sheets, but keeps addresses. */
const ELSEWHERE = `${origin}ailleurs#`

/** The id that an address of the printed file stands for, or null for any other. */
export const idElsewhere = (address: string): string | null =>
  address.startsWith(ELSEWHERE) ? address.slice(ELSEWHERE.length) : null

type Others = {
  numberOf(target: string): string
  /** Tells an element that is in another document, by its id. */
  leaves(id: string): boolean
}

/** Writes into the HTML of a page the numbers of others, and as addresses the links that leave its document. */
export function fillPage(html: string, { numberOf, leaves }: Others): string {
  const elements = elementsOf(html)
  const numbers = slotsIn(elements, RESERVED).map(({ target, inside, outside }) => ({
    start: inside,
    end: outside,
    text: numberOf(target.value),
  }))
  const links = elements.flatMap(({ attributes }) => {
    const href = attributes.get('href')
    const id = href?.value.startsWith('#') ? href.value.slice(1) : ''
    return href && id !== '' && leaves(id) ? [{ ...href, text: `href="${ELSEWHERE}${escapeXml(id)}"` }] : []
  })
  return changed(html, [...numbers, ...links])
}

export function picturesOf(html: string): readonly string[] {
  const paths = elementsNamed(html, ['img', 'image']).flatMap(
    picture => attributeOf(picture, 'src') ?? attributeOf(picture, 'href') ?? [],
  )
  return [...new Set(paths)].filter(path => !path.startsWith('data:'))
}

/** The pictures of a document, each with its hash: what a key of its pages or sheets needs of them. */
export const digestsIn = (html: string, { digests }: { digests: ReadonlyMap<string, string> }): string[] =>
  picturesOf(html).map(path => `${path} ${digests.get(path)}`)
