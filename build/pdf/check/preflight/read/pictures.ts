import { inflateSync } from 'node:zlib'
import { filterOf } from '../../../object/packing.ts'
import { Dict, type Stream } from '../../../object/values.ts'
import { spaceName } from './colours.ts'

const channels: Record<string, number> = { DeviceCMYK: 4, DeviceGray: 1 }

/** Sum of inks of the darkest pixel of a picture in %, or null when its form is not one that the press writes. */
export function darkestPixel(stream: Stream): number | null {
  const { dict } = stream
  const count = channels[spaceName(dict.lookup('ColorSpace'))]
  if (
    !count ||
    !(stream.bytes instanceof Uint8Array) ||
    filterOf(dict) !== 'FlateDecode' ||
    (dict.number('BitsPerComponent') ?? 0) !== 8
  )
    return null
  const parms = dict.lookup('DecodeParms')
  const predictor = parms instanceof Dict ? (parms.number('Predictor') ?? 0) : 1
  if (predictor !== 1 && predictor !== 2) return null
  const pixels = inflateSync(stream.bytes)
  const row = (dict.number('Width') ?? 0) * count
  let darkest = 0
  for (let start = 0; start < pixels.length; start += row)
    for (let at = start; at < start + row; at += count) {
      let sum = 0
      for (let channel = 0; channel < count; channel++) {
        const before = predictor === 2 && at > start ? (pixels[at + channel - count] as number) : 0
        const value = ((pixels[at + channel] as number) + before) & 255
        pixels[at + channel] = value
        sum += value
      }
      darkest = Math.max(darkest, count === 1 ? 255 - sum : sum)
    }
  return (100 * darkest) / 255
}
