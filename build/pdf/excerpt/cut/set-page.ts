import type { TaggedPage } from '../../bind/structure-tree.ts'
import { codeOf, scan } from '../../content/scan.ts'
import { bytesOfLatin1, editing, joinBytes } from '../../object/bytes.ts'
import type { Deflate } from '../../object/output.ts'
import { Page } from '../../object/pages.ts'
import { Parser } from '../../object/parser.ts'
import type { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, Ref, Stream, type Value } from '../../object/values.ts'
import { writeValue } from '../../object/write-file.ts'
import type { Placed } from './lay.ts'
import type { ExcerptPiece } from './pieces.ts'

/** Draws pieces on one page, each moved to its place, and brings their elements there. */
export function setPage(
  file: PdfFile,
  placed: readonly Placed<ExcerptPiece>[],
  { fontOf, deflate }: { fontOf: (name: string) => Ref; deflate: Deflate },
): TaggedPage {
  const [first] = placed
  if (!first) throw new RangeError('a page without pieces')
  const dict = first.piece.page.dict.clone()
  dict.delete('ArtBox')
  const ref = file.add(dict)
  const contents: Uint8Array[] = []
  const owners: Value[] = []
  const fields: TaggedPage['fields'] = []
  for (const { piece, right, up } of placed) {
    const shift = owners.length
    contents.push(
      bytesOfLatin1(`q 1 0 0 1 ${rounded(right)} ${rounded(up)} cm\n`),
      renumbered(file, piece.content, shift),
      bytesOfLatin1('\nQ\n'),
    )
    for (const top of topsOf(file, piece.owners)) moveElement(file, file.find(top, Dict), ref, shift)
    owners.push(...piece.owners)
    for (const { field, ...rest } of piece.fields) {
      moveField(file, field, right, up)
      fields.push({ field, ...rest })
    }
  }
  const content = file.dict({ Filter: 'FlateDecode' })
  dict.set('Contents', file.add(new Stream(content, deflate(joinBytes(contents)))))
  dict.set('Resources', resourcesOf(file, placed, fontOf))
  if (fields.length > 0) dict.set('Annots', file.list(fields.map(({ ref }) => ref)))
  else dict.delete('Annots')
  return { page: new Page(ref, dict), owners, fields }
}

const BDC = codeOf('BDC')

/** Adds `shift` to the numbers of the marked sequences in a content. @see ISO 32000-1 §14.7.4.2 */
function renumbered(file: PdfFile, bytes: Uint8Array, shift: number): Uint8Array {
  if (shift === 0) return bytes
  const edited = editing(bytes)
  scan(bytes, ({ code, bounds }) => {
    if (code !== BDC) return
    const [, , start = 0, end = 0] = bounds
    const properties = new Parser(bytes, file, start).value()
    const id = properties instanceof Dict ? properties.number('MCID') : undefined
    if (!(properties instanceof Dict) || id === undefined) return
    properties.set('MCID', id + shift)
    edited.replace(
      start,
      end,
      writeValue(properties, ({ number }) => number),
    )
  })
  return edited.done()
}

/** Joins the resources of all pieces: one print gives equal resources the same name. */
function resourcesOf(
  file: PdfFile,
  placed: readonly Placed<ExcerptPiece>[],
  fontOf: (name: string) => Ref,
): Dict {
  const all = file.dict()
  for (const { piece } of placed)
    for (const kind of piece.page.resources?.keys() ?? []) {
      const entries = piece.page.resources?.lookup(kind)
      if (!(entries instanceof Dict)) {
        all.set(kind, entries ?? null)
        continue
      }
      const merged = all.find(kind, Dict) ?? file.dict()
      all.set(kind, merged)
      for (const key of entries.keys()) {
        const font = kind === 'Font' ? entries.find(key, Dict) : undefined
        // Of a font that the pages of the kit have, too, the pieces have the name alone.
        const isNamed = font !== undefined && !font.has('Subtype')
        merged.set(key, isNamed ? fontOf(font.name('BaseFont') ?? '') : (entries.get(key) ?? null))
      }
    }
  return all
}

/** The elements right under the document that these stand in, each once. */
export const topsOf = (file: PdfFile, owners: readonly Value[]): Ref[] => [
  ...new Set(owners.flatMap(owner => topOf(file, owner) ?? [])),
]

/** The element right under the document that an element stands in. */
function topOf(file: PdfFile, element: Value): Ref | undefined {
  let top = element
  for (;;) {
    const parent = file.find(top, Dict)?.get('P')
    if (!parent || file.find(parent, Dict)?.name('S') === 'Document') break
    top = parent
  }
  return top instanceof Ref ? top : undefined
}

/** Says of an element and of all in it that they stand on another page, under other numbers. */
function moveElement(file: PdfFile, element: Dict | undefined, page: Ref, shift: number): void {
  if (!element) return
  if (element.has('Pg')) element.set('Pg', page)
  const move = (value: Value): Value => {
    if (typeof value === 'number') return value + shift
    const kid = file.find(value, Dict)
    if (kid?.name('Type') === 'MCR') {
      kid.set('Pg', page)
      kid.set('MCID', (kid.number('MCID') ?? 0) + shift)
    } else moveElement(file, kid, page, shift)
    return value
  }
  const kids = element.get('K')
  const list = file.find(kids, List)
  if (list) element.set('K', file.list(list.items.map(move)))
  else if (kids !== undefined) element.set('K', move(kids))
}

function moveField(file: PdfFile, field: Dict, right: number, up: number): void {
  for (const key of ['Rect', 'QuadPoints']) {
    const places = field.find(key, List)?.numbers()
    if (places)
      field.set(key, file.list(places.map((at, index) => rounded(at + (index % 2 === 0 ? right : up)))))
  }
}

const rounded = (length: number) => Math.round(length * 1000) / 1000
