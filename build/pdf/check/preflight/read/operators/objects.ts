import { identity } from '../../../../content/matrix.ts'
import { nameOf } from '../../../../content/scan.ts'
import { Dict, name, Stream } from '../../../../object/values.ts'
import { spaceName } from '../colours.ts'
import { notePaint, type Reader, type Readers, type Reading, resource } from '../drawing.ts'
import { readGraphicsState } from '../graphics-state.ts'
import { createPath } from '../path.ts'
import { darkestPixel } from '../pictures.ts'
import type { State } from '../state.ts'

const setState: Reader = (drawing, operation) => {
  const { reading, bytes } = drawing
  const state = resource(drawing, 'ExtGState', nameOf(bytes, operation, 0))
  if (!(state instanceof Dict)) return
  drawing.state.lineWidth = state.number('LW') ?? drawing.state.lineWidth
  const mask = readGraphicsState(state, reading.facts)
  if (mask) reading.readForm(mask, identity)
}

const showObject: Reader = (drawing, operation) => {
  const { reading, state, bytes } = drawing
  const object = resource(drawing, 'XObject', nameOf(bytes, operation, 0))
  const subtype = object instanceof Stream ? object.dict.lookup('Subtype') : undefined
  if (!(object instanceof Stream)) reading.facts.unread.push('image absente')
  else if (subtype === name('Form')) reading.readForm(object, state.ctm, state)
  else if (subtype === name('Image')) readPicture(object, state, reading)
  else reading.facts.forbidden.add(`objet ${subtype}`)
}

function readPicture(picture: Stream, { ctm, fill }: State, reading: Reading): void {
  const { facts, bleed } = reading
  const { dict } = picture
  const frame = createPath()
  frame.rectangle(0, 0, 1, 1, ctm)
  if (!frame.touches(bleed)) return
  const [width, height] = [dict.number('Width') ?? 0, dict.number('Height') ?? 0]
  const stencil = dict.lookup('ImageMask') === true
  facts.spaces.add(stencil ? fill.space : spaceName(dict.lookup('ColorSpace')))
  if (stencil) notePaint(reading, fill)
  if (dict.has('SMask')) facts.transparency.add('image détourée')
  for (const key of ['OPI', 'Alternates', 'F']) if (dict.has(key)) facts.forbidden.add(`image /${key}`)
  const [a, b, c, d] = ctm
  facts.pictures.push({
    width,
    height,
    resolution: Math.min((72 * width) / Math.hypot(a, b), (72 * height) / Math.hypot(c, d)),
    coverage: () => (stencil ? fill.coverage : darkestPixel(picture)),
  })
}

/** Pictures, forms and graphics states. @see ISO 32000-1 §8.4.5, §8.8 */
export const objects: Readers = { gs: setState, Do: showObject }
