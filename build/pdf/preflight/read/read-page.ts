import {
  PDFArray,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFStream,
} from '@cantoo/pdf-lib'
import { unpack } from '../../press/stream.ts'
import { numbersOf, spaceName } from './colours.ts'
import type { Reading } from './drawing.ts'
import type { Box, FontFacts, PageFacts } from './facts.ts'
import { concat, identity, matrixOf } from './matrix.ts'
import { readDrawing } from './read-drawing.ts'

const name = (text: string) => PDFName.of(text)

/** Measures one page.
 *  @param page its place in the file, from 1
 *  @param fonts fonts of the file read so far: each is read once */
export function readPage(sheet: PDFPage, page: number, fonts: Map<PDFObject, FontFacts>): PageFacts {
  const { node } = sheet
  const boxes = {
    media: boxOf(node.MediaBox()) ?? [0, 0, 0, 0],
    crop: boxOf(node.lookup(name('CropBox'))),
    bleed: boxOf(node.lookup(name('BleedBox'))),
    trim: boxOf(node.lookup(name('TrimBox'))),
    art: boxOf(node.lookup(name('ArtBox'))),
  }
  const facts: PageFacts = {
    page,
    boxes,
    annotations: annotationsOf(node),
    spaces: new Set(),
    paints: new Map(),
    texts: new Map(),
    fonts: new Map(),
    pictures: [],
    lines: [],
    transparency: new Set(),
    overprint: false,
    forbidden: new Set(node.has(name('AA')) ? ['/AA'] : []),
    unread: [],
  }
  noteGroup(node, facts)
  // Drawings open at the moment: one that shows itself would never end.
  const open = new Set<PDFStream>()
  const reading: Reading = {
    facts,
    bleed: boxes.bleed ?? boxes.trim ?? boxes.media,
    fonts,
    readForm(form, outer, state) {
      if (open.has(form)) {
        facts.unread.push('dessin qui se contient lui-même')
        return
      }
      open.add(form)
      noteGroup(form.dict, facts)
      const matrix = form.dict.lookup(name('Matrix'))
      const base = concat(matrixOf(matrix instanceof PDFArray ? numbersOf(matrix) : undefined), outer)
      const resources = form.dict.lookup(name('Resources'))
      readDrawing(
        contentOf(form, facts),
        resources instanceof PDFDict ? resources : undefined,
        base,
        reading,
        state,
      )
      open.delete(form)
    },
  }
  const contents = node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents]
  const bytes = streams.flatMap(stream =>
    stream instanceof PDFRawStream ? [contentOf(stream, facts), NEW_LINE] : [],
  )
  readDrawing(Buffer.concat(bytes), node.Resources(), identity, reading)
  return facts
}

const NEW_LINE = new Uint8Array([10])

function contentOf(stream: PDFStream, { unread }: PageFacts): Uint8Array {
  try {
    return unpack(stream)
  } catch (error) {
    unread.push(error instanceof Error ? error.message : String(error))
    return new Uint8Array()
  }
}

function noteGroup(owner: PDFDict, { transparency, spaces }: PageFacts): void {
  const group = owner.lookup(name('Group'))
  if (!(group instanceof PDFDict)) return
  transparency.add('groupe de transparence')
  const space = group.lookup(name('CS'))
  if (space) spaces.add(spaceName(space))
}

function annotationsOf(node: PDFPage['node']): string[] {
  const annotations = node.lookup(name('Annots'))
  if (!(annotations instanceof PDFArray)) return []
  return annotations.asArray().map((_, index) => {
    const annotation = annotations.lookup(index)
    const subtype = annotation instanceof PDFDict ? annotation.lookup(name('Subtype')) : undefined
    return subtype instanceof PDFName ? subtype.decodeText() : 'inconnue'
  })
}

function boxOf(object: PDFObject | undefined): Box | null {
  const numbers = object instanceof PDFArray ? numbersOf(object) : []
  const [a = 0, b = 0, c = 0, d = 0] = numbers
  return numbers.length === 4 ? [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] : null
}
