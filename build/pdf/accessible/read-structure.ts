import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { Attributes, Kid, Tag } from './structure.ts'

const name = (text: string) => PDFName.of(text)
const [S, K, PG, TYPE, MCID, OBJ, A] = ['S', 'K', 'Pg', 'Type', 'MCID', 'Obj', 'A'].map(name) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
  PDFName,
]
const texts = [
  ['alt', name('Alt')],
  ['expansion', name('E')],
  ['actual', name('ActualText')],
  ['language', name('Lang')],
  ['id', name('ID')],
] as const

/** The structure of a file as plain values, or null when it has none.
 *  @throws SyntaxError for what is no structure: a kid of an unknown kind, a piece without page, a loop
 *  @see ISO 32000-1 §14.7.2 to §14.7.4 */
export function readStructure(pdf: PDFDocument): Tag | null {
  const { context } = pdf
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (!root) return null
  const pages = new Map<PDFObject, number>(pdf.getPages().map(({ ref }, index) => [ref, index]))
  const seen = new Set<PDFDict>()

  const kidsOf = (kids: PDFObject | undefined, page: PDFObject | undefined): Kid[] => {
    const value = kids instanceof PDFRef ? context.lookup(kids) : kids
    if (value === undefined) return []
    if (value instanceof PDFArray) return value.asArray().flatMap(kid => kidsOf(kid, page))
    if (value instanceof PDFNumber) return [{ kind: 'piece', page: pageAt(page), id: value.asNumber() }]
    if (!(value instanceof PDFDict)) throw new SyntaxError(`a kid of the structure is ${value}`)
    const own = value.get(PG) ?? page
    const type = value.get(TYPE)
    if (type === name('MCR'))
      return [{ kind: 'piece', page: pageAt(own), id: value.lookup(MCID, PDFNumber).asNumber() }]
    if (type === name('OBJR')) {
      const ref = value.get(OBJ)
      if (!(ref instanceof PDFRef)) throw new SyntaxError('an OBJR without object')
      return [{ kind: 'field', page: pageAt(own), ref }]
    }
    return [tagOf(value, own, kids)]
  }

  const pageAt = (page: PDFObject | undefined): number => {
    const index = page && pages.get(page)
    if (index === undefined) throw new SyntaxError('a piece of the structure is on no page')
    return index
  }

  const tagOf = (dict: PDFDict, page: PDFObject | undefined, ref: PDFObject | undefined): Tag => {
    if (seen.has(dict)) throw new SyntaxError('an element of the structure stands in two places')
    seen.add(dict)
    const role = dict.lookup(S)
    if (!(role instanceof PDFName)) throw new SyntaxError('an element of the structure without type')
    const tag: Tag = { kind: 'tag', role: role.decodeText(), kids: kidsOf(dict.get(K), page) }
    if (ref instanceof PDFRef) tag.ref = ref
    for (const [key, entry] of texts) {
      const text = textOf(dict.lookup(entry))
      if (text !== undefined) tag[key] = text
    }
    const attributes = attributesOf(dict.lookup(A))
    if (attributes.length > 0) tag.attributes = attributes
    return tag
  }

  const tops = kidsOf(root.get(K), undefined)
  return { kind: 'tag', role: 'StructTreeRoot', kids: tops }
}

const textOf = (value: PDFObject | undefined) =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined

/** The attributes that are used here; others are left. */
function attributesOf(value: PDFObject | undefined): Attributes[] {
  if (value instanceof PDFArray)
    return Array.from({ length: value.size() }, (_, index) => attributesOf(value.lookup(index))).flat()
  if (!(value instanceof PDFDict)) return []
  const entries: Record<string, unknown> = {}
  for (const [key, entry] of value.entries()) {
    const plain = value.context.lookup(entry)
    entries[key.decodeText()] =
      plain instanceof PDFName
        ? plain.decodeText()
        : plain instanceof PDFNumber
          ? plain.asNumber()
          : plain instanceof PDFArray
            ? plain.asArray().map(number => (number instanceof PDFNumber ? number.asNumber() : Number.NaN))
            : undefined
  }
  const { O: owner, ...rest } = entries
  return owner === 'Table' || owner === 'List' || owner === 'Layout' ? [{ owner, ...rest } as Attributes] : []
}
