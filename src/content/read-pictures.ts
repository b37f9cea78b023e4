import pMap from 'p-map'
import type { Pixels } from '../kit.ts'
import { type Drawing, writeDrawing } from '../svg/write-drawing.ts'
import type { KitFolder } from './kit-folder.ts'
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

const concurrency = 16

/** Looks into the pictures at `files` of a kit. Dead links are left out. */
export async function readPictures(
  folder: KitFolder,
  files: readonly string[],
): Promise<Map<string, Picture>> {
  const pictures = await pMap(files, file => readPicture(folder, file), { concurrency })
  return new Map(files.flatMap((file, index) => (pictures[index] ? [[file, pictures[index]] as const] : [])))
}

async function readPicture(folder: KitFolder, file: string): Promise<Picture | null> {
  const ends = await folder.ends(file, ENDS)
  if (ends === null) return null
  const { head, tail, bytes } = ends
  const format = isWhole(formatOf(head), tail)
  if (format === 'png') return { format, drawing: null, pixels: pngPixels(head), bytes }
  const whole = format === null ? 'absent' : folder.read(file)
  if (typeof whole === 'string') return { format, drawing: null, pixels: null, bytes }
  if (format === 'jpeg') return { format, drawing: null, pixels: jpegPixels(whole), bytes }
  const { svg: _, ...drawing } = writeDrawing(utf8.decode(whole))
  return { format, drawing, pixels: null, bytes }
}

/** How much is looked at: of the beginning a kilobyte, in which a comment or a prologue may stand before `<svg`; of the end
 *  more, as some programs write a little behind a picture. */
const ENDS = { head: 1024, tail: 4096 }

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
