import { Dict, List, Name, Stream, type Value } from '../../../object/values.ts'
import type { Ink } from '../../../press/colour/ink.ts'
import type { Paint } from './facts.ts'

/** A colour space as a reader of the report names it. */
export function spaceName(space: Value | undefined): string {
  if (space instanceof Name) return space.text
  if (!(space instanceof List)) return 'inconnu'
  const family = space.lookup(0)
  const kind = family instanceof Name ? family.text : 'inconnu'
  switch (kind) {
    case 'ICCBased': {
      const stream = space.lookup(1)
      const components = stream instanceof Stream ? stream.dict.lookup('N') : undefined
      return `ICCBased (${components ?? '?'})`
    }
    case 'Separation':
      return `Separation ${text(space.lookup(1))}`
    case 'Indexed':
      return `Indexed ${spaceName(space.lookup(1))}`
    case 'Pattern':
      return space.size > 1 ? `Pattern ${spaceName(space.lookup(1))}` : 'Pattern'
    default:
      return kind
  }
}

/** A colour of a space: its inks as far as the space tells them. */
export function paintOf(space: string, values: readonly number[]): Paint {
  switch (space) {
    case 'DeviceCMYK': {
      const [c = 0, m = 0, y = 0, k = 0] = values
      const ink: Ink = [c, m, y, k]
      return { space, ink, coverage: 100 * ink.reduce((sum, value) => sum + value, 0) }
    }
    case 'DeviceGray':
      return { space, ink: null, coverage: 100 * (1 - (values[0] ?? 0)) }
    case 'Separation All':
      return { space, ink: null, coverage: 400 * (values[0] ?? 1) }
    default:
      return { space, ink: null, coverage: space.startsWith('Separation ') ? 100 * (values[0] ?? 1) : null }
  }
}

/** A gradient as a paint: its darkest stop. */
export function paintOfShading(shading: Dict): Paint {
  const space = spaceName(shading.lookup('ColorSpace'))
  const stops = stopsOf(shading.lookup('Function'))
  const coverages = stops?.map(stop => paintOf(space, stop).coverage)
  const complete = coverages?.every(coverage => coverage !== null) && coverages.length > 0
  return { space, ink: null, coverage: complete ? Math.max(...(coverages as number[])) : null }
}

/** The ends of every part of a gradient, or null when it is written otherwise than by its ends. */
function stopsOf(fun: Value | undefined): number[][] | null {
  if (!(fun instanceof Dict)) return null
  const parts = fun.lookup('Functions')
  if (parts instanceof List) {
    const stops = parts.items.map((_, index) => stopsOf(parts.lookup(index)))
    return stops.some(stop => stop === null) ? null : stops.flatMap(stop => stop ?? [])
  }
  return ['C0', 'C1'].map(end => fun.find(end, List)?.numbers() ?? [])
}

/** Colour as a screen or a measure knows it: nobody knows beforehand with which inks it will be printed. */
const screen = /DeviceRGB|CalRGB|CalGray|^Lab$|Indexed Lab|ICCBased \(3\)/

export const isScreenSpace = (space: string) => screen.test(space)

const text = (object: Value | undefined) => (object instanceof Name ? object.text : '?')
