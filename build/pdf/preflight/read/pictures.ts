import { inflateSync } from 'node:zlib'
import { PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib'
import { filterOf } from '../../press/stream.ts'
import { spaceName } from './colours.ts'

const name = (text: string) => PDFName.of(text)
const channels: Record<string, number> = { DeviceCMYK: 4, DeviceGray: 1 }

/** Sum of inks of the darkest pixel of a picture in %, or null when its form is not one that the press writes. */
export function darkestPixel(stream: PDFStream): number | null {
  const { dict } = stream
  const count = channels[spaceName(dict.lookup(name('ColorSpace')))]
  if (
    !count ||
    !(stream instanceof PDFRawStream) ||
    filterOf(dict) !== 'FlateDecode' ||
    numberIn(dict, 'BitsPerComponent') !== 8
  )
    return null
  const parms = dict.lookup(name('DecodeParms'))
  const predictor = parms instanceof PDFDict ? numberIn(parms, 'Predictor') : 1
  if (predictor !== 1 && predictor !== 2) return null
  const pixels = inflateSync(stream.contents)
  const row = numberIn(dict, 'Width') * count
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

function numberIn(dict: PDFDict, key: string): number {
  const value = dict.lookup(name(key))
  return value instanceof PDFNumber ? value.asNumber() : 0
}
