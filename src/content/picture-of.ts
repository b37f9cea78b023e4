import type { Pixels } from '../kit.ts'
import { type Drawing, writeDrawing } from '../svg/write-drawing.ts'
import { jpegPixels, pngPixels } from './pixels.ts'

export type Picture = {
  /** What its bytes are, whatever its name says; null: none of the formats that all editions can show, or not all of it. */
  format: 'svg' | 'png' | 'jpeg' | null
  /** What is wrong in an SVG; null: it is none. */
  drawing: Omit<Drawing, 'svg'> | null
  /** Width and height as it is shown, in pixels; null: a drawing, or a file that does not tell. */
  pixels: Pixels | null
  /** Weight of its file. */
  bytes: number
}

/** Looks into a picture of a kit. */
export function pictureOf(file: Uint8Array): Picture {
  const bytes = file.length
  const head = file.subarray(0, HEAD)
  const format = isWhole(formatOf(head), file.subarray(-TAIL))
  if (format === 'png') return { format, drawing: null, pixels: pngPixels(head), bytes }
  if (format === 'jpeg') return { format, drawing: null, pixels: jpegPixels(file), bytes }
  if (format === null) return { format, drawing: null, pixels: null, bytes }
  const { svg: _, ...drawing } = writeDrawing(utf8.decode(file))
  return { format, drawing, pixels: null, bytes }
}

/** How much is looked at: of the beginning a kilobyte, in which a comment or a prologue may stand before `<svg`; of the end
 *  more, as some programs write a little behind a picture. */
const [HEAD, TAIL] = [1024, 4096]

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
/** A character a byte. */
const asBytes = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/** A copy that was interrupted has a head and no end: browsers show its upper half and say nothing. */
function isWhole(format: Picture['format'], tail: Uint8Array): Picture['format'] {
  // https://www.w3.org/TR/png-3/#11IEND, ITU-T T.81 B.1.1.3 (EOI)
  const ends = { png: 'IEND', jpeg: '\xff\xd9', svg: '</svg' }
  return format !== null && asBytes(tail).includes(ends[format]) ? format : null
}

function formatOf(head: Uint8Array): Picture['format'] {
  // https://www.w3.org/TR/png-3/#5PNG-file-signature, ITU-T T.81 B.1.1.3
  const start = asBytes(head.subarray(0, 8))
  if (start === '\x89PNG\r\n\x1a\n') return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  return /<svg[\s>]/.test(utf8.decode(head)) ? 'svg' : null
}
