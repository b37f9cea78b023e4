import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import type { Ink } from '../../press/colour/ink.ts'
import type { Paint } from './facts.ts'

const name = (text: string) => PDFName.of(text)

/** A colour space as a reader of the report names it. */
export function spaceName(space: PDFObject | undefined): string {
  if (space instanceof PDFName) return space.decodeText()
  if (!(space instanceof PDFArray)) return 'inconnu'
  const family = space.lookup(0)
  const kind = family instanceof PDFName ? family.decodeText() : 'inconnu'
  switch (kind) {
    case 'ICCBased': {
      const stream = space.lookup(1)
      const components = stream instanceof PDFStream ? stream.dict.lookup(name('N')) : undefined
      return `ICCBased (${components ?? '?'})`
    }
    case 'Separation':
      return `Separation ${text(space.lookup(1))}`
    case 'Indexed':
      return `Indexed ${spaceName(space.lookup(1))}`
    case 'Pattern':
      return space.size() > 1 ? `Pattern ${spaceName(space.lookup(1))}` : 'Pattern'
    default:
      return kind
  }
}

/** A colour of a space: its inks as far as the space tells them. */
export function paintOf(space: string, values: readonly number[]): Paint {
  switch (space) {
    case 'DeviceCMYK': {
      const ink = [0, 1, 2, 3].map(index => values[index] ?? 0) as unknown as Ink
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
export function paintOfShading(shading: PDFDict): Paint {
  const space = spaceName(shading.lookup(name('ColorSpace')))
  const stops = stopsOf(shading.lookup(name('Function')))
  const coverages = stops?.map(stop => paintOf(space, stop).coverage)
  const known = coverages?.every(coverage => coverage !== null) && coverages.length > 0
  return { space, ink: null, coverage: known ? Math.max(...(coverages as number[])) : null }
}

/** The ends of every part of a gradient, or null when it is written otherwise than by its ends. */
function stopsOf(fun: PDFObject | undefined): number[][] | null {
  if (!(fun instanceof PDFDict)) return null
  const parts = fun.lookup(name('Functions'))
  if (parts instanceof PDFArray) {
    const stops = parts.asArray().map((_, index) => stopsOf(parts.lookup(index)))
    return stops.some(stop => stop === null) ? null : stops.flatMap(stop => stop ?? [])
  }
  return ['C0', 'C1'].map(end => {
    const values = fun.lookup(name(end))
    return values instanceof PDFArray ? numbersOf(values) : []
  })
}

/** Colour as a screen or a measure knows it: nobody knows beforehand with which inks it will be printed. */
const screen = /DeviceRGB|CalRGB|CalGray|^Lab$|Indexed Lab|ICCBased \(3\)/

export const isScreenSpace = (space: string) => screen.test(space)

export function numbersOf(array: PDFArray): number[] {
  return array.asArray().map((_, index) => {
    const value = array.lookup(index)
    return value instanceof PDFNumber ? value.asNumber() : 0
  })
}

const text = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : '?')
