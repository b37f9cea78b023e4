import { inflateSync } from 'node:zlib'
import { Dict, filterOf, List, Name, type Stream, type Value } from '../../../../pdf/index.ts'

/** A colour space as a reader of the report names it: `DeviceCMYK`, `Separation All`, `Indexed DeviceRGB`. */
export function spaceName(space: Value | undefined): string {
  if (space instanceof Name) return space.text
  if (!(space instanceof List)) return 'inconnu'
  const kind = nameOf(space.lookup(0))
  if (kind === 'Separation') return `Separation ${nameOf(space.lookup(1))}`
  const base = kind === 'Indexed' || kind === 'Pattern' ? space.lookup(1) : undefined
  return base === undefined ? kind : `${kind} ${spaceName(base)}`
}

const nameOf = (value: Value | undefined) => (value instanceof Name ? value.text : 'inconnu')

/** Colour as a screen or a measure knows it: nobody knows beforehand with which inks it will be printed. */
export const isScreenSpace = (space: string) => /DeviceRGB|CalRGB|CalGray|Lab|ICCBased/.test(space)

/** Sum of the inks of a colour in %; null when its space does not tell. */
export function coverageOf(space: string, values: readonly number[]): number | null {
  if (space === 'DeviceCMYK') return 100 * values.reduce((sum, value) => sum + value, 0)
  if (space === 'DeviceGray') return 100 * (1 - (values[0] ?? 0))
  // Marks are drawn in all inks, outside of the bleed.
  if (space === 'Separation All') return 0
  return space.startsWith('Separation ') ? 100 * (values[0] ?? 1) : null
}

/** Sum of the inks of a gradient at its darkest stop in %; null when it is written otherwise than by its ends. */
export function coverageOfShading(shading: Dict): number | null {
  const space = spaceName(shading.lookup('ColorSpace'))
  const coverages = stopsOf(shading.lookup('Function')).map(stop => coverageOf(space, stop))
  return coverages.length === 0 || coverages.includes(null)
    ? null
    : Math.max(...coverages.map(coverage => coverage ?? 0))
}

/** The ends of every part of a gradient; none when it is written otherwise. */
function stopsOf(fun: Value | undefined): number[][] {
  if (!(fun instanceof Dict)) return []
  const parts = fun.find('Functions', List)
  if (parts) return parts.items.flatMap((_, index) => stopsOf(parts.lookup(index)))
  return ['C0', 'C1'].map(end => fun.find(end, List)?.numbers() ?? [])
}

const channels: Record<string, number> = { DeviceCMYK: 4, DeviceGray: 1 }

/** Sum of inks of the darkest pixel of a picture in %, or null when its form is not one that the press writes. */
export async function darkestInk({ dict, bytes }: Stream): Promise<number | null> {
  // A stencil is painted in a colour that was set.
  if (dict.lookup('ImageMask') === true) return 0
  const space = spaceName(dict.lookup('ColorSpace'))
  const count = channels[space]
  if (!count || dict.number('BitsPerComponent') !== 8 || !(bytes instanceof Uint8Array)) return null
  const filter = filterOf(dict)
  if (filter === 'DCTDecode' && space === 'DeviceCMYK' && isInverse(dict)) return darkestBlock(bytes)
  if (filter !== 'FlateDecode') return null
  const predictor = dict.find('DecodeParms', Dict)?.number('Predictor') ?? 1
  if (predictor !== 1 && predictor !== 2) return null
  const pixels = inflateSync(bytes)
  const row = (dict.number('Width') ?? 0) * count
  let darkest = 0
  for (let start = 0; start < pixels.length; start += row)
    for (let at = start; at < start + row; at += count) {
      let sum = 0
      for (let channel = at; channel < at + count; channel++) {
        const before = predictor === 2 && at > start ? (pixels[channel - count] ?? 0) : 0
        pixels[channel] = ((pixels[channel] ?? 0) + before) & 255
        sum += pixels[channel] ?? 0
      }
      darkest = Math.max(darkest, count === 1 ? 255 - sum : sum)
    }
  return (100 * darkest) / 255
}

/** The inks of Adobe's JPEGs say how much paper shows. */
const isInverse = (dict: Dict): boolean => dict.find('Decode', List)?.numbers().join() === '1,0,1,0,1,0,1,0'

/** Side of the blocks that a JPEG cuts a picture into, in pixels: it strays from the colours within each, and keeps their mean.
 *  @see ITU-T T.81 §A.1.1 */
const BLOCK = 8

/** Sum of inks of the darkest block of a photograph in %. */
async function darkestBlock(jpeg: Uint8Array): Promise<number> {
  // Loaded with the first photograph: most kits have none.
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(jpeg, { ignoreIcc: true })
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  let darkest = 0
  for (let top = 0; top < height; top += BLOCK)
    for (let left = 0; left < width; left += BLOCK) {
      const [bottom, right] = [Math.min(top + BLOCK, height), Math.min(left + BLOCK, width)]
      let sum = 0
      for (let y = top; y < bottom; y++)
        for (let at = (y * width + left) * channels; at < (y * width + right) * channels; at++)
          sum += data[at] ?? 0
      darkest = Math.max(darkest, sum / ((bottom - top) * (right - left)))
    }
  return (100 * darkest) / 255
}
