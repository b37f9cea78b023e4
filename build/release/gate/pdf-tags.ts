import type { Sides } from '../../pdf/object/pages.ts'
import { PdfFile } from '../../pdf/object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../../pdf/object/values.ts'

/** What an element of the structure says beside its words, which pdf.js does not tell. */
export type PdfTag = {
  role: string
  /** Page of the first content in it, from 1; null: it holds none. */
  page: number | null
  /** What an acronym stands for; empty: it says that it stands for nothing. */
  expansion: string | null
  /** How a list counts: `Decimal`. */
  numbering: string | null
  /** Of its kids, those that are items of a list. */
  items: number
  /** Where a drawing lies, in pt. */
  box: Sides | null
  /** Numbers of the contents in it, on its page; those of a caption apart. */
  contents: number[]
}

/** The elements of the structure, each before those in it.
 *  @throws SyntaxError when the bytes are no PDF
 *  @see ISO 32000-1 §14.7.2 (structure), §14.9.5 (expansions), §14.8.5 (attributes) */
export function readTags(bytes: Uint8Array): PdfTag[] {
  const file = PdfFile.open(bytes)
  const numbers = new Map(file.pages.map(({ ref }, index) => [ref, index + 1] as const))
  const tags: PdfTag[] = []
  const walk = (kid: Value | undefined, around: readonly PdfTag[], on: Ref | undefined): void => {
    const parent = around.at(-1)
    const value = file.lookup(kid)
    if (typeof value === 'number') noteContent(around, value, on && numbers.get(on))
    if (!(value instanceof Dict)) return
    const ownPage = value.get('Pg')
    const page = ownPage instanceof Ref ? ownPage : on
    const content = value.number('MCID')
    if (content !== undefined) noteContent(around, content, page && numbers.get(page))
    const tag = tagOf(value)
    // Marks of content and of links have no role.
    if (tag.role === '') return
    if (parent && tag.role === 'LI') parent.items++
    tags.push(tag)
    // What a caption says is no part of the drawing.
    const inside = tag.role === 'Caption' ? [tag] : [...around, tag]
    for (const one of kidsOf(value)) walk(one, inside, page)
  }
  const root = file.catalog.find('StructTreeRoot', Dict)
  for (const kid of root ? kidsOf(root) : []) walk(kid, [], undefined)
  return tags
}

function noteContent(around: readonly PdfTag[], content: number, page: number | undefined): void {
  if (page === undefined) return
  for (const tag of around) {
    tag.page ??= page
    if (tag.page === page) tag.contents.push(content)
  }
}

function kidsOf(dict: Dict): readonly Value[] {
  const kids = dict.lookup('K')
  const only = dict.get('K')
  return kids instanceof List ? kids.items : only === undefined ? [] : [only]
}

function tagOf(dict: Dict): PdfTag {
  const attributes = attributesOf(dict)
  const box = attributes.map(one => one.find('BBox', List)?.numbers()).find(one => one !== undefined)
  return {
    role: dict.name('S') ?? '',
    page: null,
    expansion: dict.text('E') ?? null,
    numbering: attributes.map(one => one.name('ListNumbering')).find(one => one !== undefined) ?? null,
    items: 0,
    box: box?.length === 4 ? (box as Sides) : null,
    contents: [],
  }
}

/** One dictionary, or a list of them and of the numbers of their revisions. */
function attributesOf(dict: Dict): Dict[] {
  const attributes = dict.lookup('A')
  if (attributes instanceof Dict) return [attributes]
  if (!(attributes instanceof List)) return []
  return attributes.items.flatMap((_, index) => {
    const one = attributes.lookup(index)
    return one instanceof Dict ? [one] : []
  })
}
