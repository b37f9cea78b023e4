import { nameOf, numbersOf } from '../../../../content/scan.ts'
import { Dict, name, Stream } from '../../../../object/values.ts'
import { paintOf, paintOfShading, spaceName } from '../colours.ts'
import { type Drawing, notePaint, type Reader, type Readers, resource } from '../drawing.ts'
import type { PageFacts, Paint } from '../facts.ts'

type Side = 'fill' | 'stroke'

const inDevice =
  (space: string, side: Side): Reader =>
  (drawing, operation) => {
    drawing.reading.facts.spaces.add(space)
    drawing.state[side] = paintOf(space, numbersOf(drawing.bytes, operation))
  }

const setSpace =
  (side: Side): Reader =>
  (drawing, operation) => {
    const called = nameOf(drawing.bytes, operation, 0) ?? ''
    const space = resource(drawing, 'ColorSpace', called) ?? name(called)
    const kind = spaceName(space)
    if (kind !== 'Pattern') drawing.reading.facts.spaces.add(kind)
    drawing.spaces[side] = space
    drawing.state[side] = paintOf(kind, kind === 'DeviceCMYK' ? [0, 0, 0, 1] : [])
  }

const setColour =
  (side: Side): Reader =>
  (drawing, operation) => {
    const pattern = nameOf(drawing.bytes, operation, operation.count - 1)
    drawing.state[side] =
      pattern === undefined
        ? paintOf(spaceName(drawing.spaces[side]), numbersOf(drawing.bytes, operation))
        : readPattern(drawing, pattern)
  }

function readPattern(drawing: Drawing, called: string): Paint {
  const { base, reading } = drawing
  const pattern = resource(drawing, 'Pattern', called)
  if (pattern instanceof Stream) {
    // A tile lies on the drawing that it belongs to, whatever was moved since; what it paints is noted as it is read.
    reading.readForm(pattern, base)
    return { space: 'Pattern', ink: null, coverage: 0 }
  }
  return readShading(pattern instanceof Dict ? pattern.lookup('Shading') : undefined, reading.facts)
}

function readShading(shading: unknown, { spaces }: PageFacts): Paint {
  const dict = shading instanceof Stream ? shading.dict : shading
  if (!(dict instanceof Dict)) return { space: 'Pattern', ink: null, coverage: null }
  const paint = paintOfShading(dict)
  spaces.add(paint.space)
  return paint
}

/** Colours and gradients. @see ISO 32000-1 §8.6.8, §8.7 */
export const colours: Readers = {
  g: inDevice('DeviceGray', 'fill'),
  G: inDevice('DeviceGray', 'stroke'),
  rg: inDevice('DeviceRGB', 'fill'),
  RG: inDevice('DeviceRGB', 'stroke'),
  k: inDevice('DeviceCMYK', 'fill'),
  K: inDevice('DeviceCMYK', 'stroke'),
  cs: setSpace('fill'),
  CS: setSpace('stroke'),
  'sc scn': setColour('fill'),
  'SC SCN': setColour('stroke'),
  sh: (drawing, operation) => {
    const shading = resource(drawing, 'Shading', nameOf(drawing.bytes, operation, 0))
    notePaint(drawing.reading, readShading(shading, drawing.reading.facts))
  },
}
