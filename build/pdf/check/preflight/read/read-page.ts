import { messageOf } from '../../../../../src/message-of.ts'
import { concat, identity, matrixOf } from '../../../content/matrix.ts'
import { unpack } from '../../../object/packing.ts'
import { type Page, sidesOf } from '../../../object/pages.ts'
import { Dict, List, type Stream } from '../../../object/values.ts'
import { spaceName } from './colours.ts'
import type { Noted, Reading } from './drawing.ts'
import type { PageFacts } from './facts.ts'
import { readDrawing } from './read-drawing.ts'

/** Measures one page.
 *  @param page its place in the file, from 1
 *  @param fontOf what a font says, read once in the file */
export function readPage(sheet: Page, page: number, fontOf: Reading['fontOf']): PageFacts {
  const { dict } = sheet
  const boxes = {
    media: sheet.box('MediaBox') ?? ([0, 0, 0, 0] as const),
    crop: sidesOf(dict.lookup('CropBox')) ?? null,
    bleed: sheet.box('BleedBox') ?? null,
    trim: sheet.box('TrimBox') ?? null,
    art: sheet.box('ArtBox') ?? null,
  }
  const facts: PageFacts = {
    page,
    boxes,
    annotations: annotationsOf(sheet),
    spaces: new Set(),
    paints: [],
    texts: [],
    fonts: [],
    pictures: [],
    lines: [],
    codes: [],
    margin: [],
    transparency: new Set(),
    overprint: false,
    forbidden: new Set(dict.has('AA') ? ['/AA'] : []),
    unread: [],
  }
  noteGroup(dict, facts)
  const noted: Noted = {
    paints: new Map(),
    texts: new Map(),
    fonts: new Map(),
    lines: new Set(),
    flat: null,
  }
  // Drawings open at the moment: one that shows itself would never end.
  const open = new Set<Stream>()
  const reading: Reading = {
    facts,
    noted,
    bleed: boxes.bleed ?? boxes.trim ?? boxes.media,
    fontOf,
    readForm(form, outer, state) {
      if (open.has(form)) {
        facts.unread.push('dessin qui se contient lui-même')
        return
      }
      open.add(form)
      noteGroup(form.dict, facts)
      const base = concat(matrixOf(form.dict.find('Matrix', List)?.numbers()), outer)
      readDrawing(contentOf(form, facts), form.dict.find('Resources', Dict), base, reading, state)
      open.delete(form)
    },
  }
  const bytes = sheet.contents.flatMap(stream => [contentOf(stream, facts), NEW_LINE])
  readDrawing(Buffer.concat(bytes), sheet.resources, identity, reading)
  return {
    ...facts,
    paints: [...noted.paints.values()],
    texts: [...noted.texts.values()],
    fonts: [...noted.fonts.values()],
  }
}

const NEW_LINE = new Uint8Array([10])

function contentOf(stream: Stream, { unread }: PageFacts): Uint8Array {
  try {
    return unpack(stream)
  } catch (error) {
    unread.push(messageOf(error))
    return new Uint8Array()
  }
}

function noteGroup(owner: Dict, { transparency, spaces }: PageFacts): void {
  const group = owner.find('Group', Dict)
  if (!group) return
  transparency.add('groupe de transparence')
  const space = group.lookup('CS')
  if (space) spaces.add(spaceName(space))
}

function annotationsOf({ annotations, dict }: Page): string[] {
  return annotations.map(entry => {
    const annotation = dict.source.lookup(entry)
    return (annotation instanceof Dict && annotation.name('Subtype')) || 'inconnue'
  })
}
