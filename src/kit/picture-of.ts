import { type Drawing, frameOf, writeDrawing } from '../charts/index.ts'
import { MOST_PIXELS, type Pixels } from '../text/index.ts'

export type Picture = {
  /** Format of the bytes, whatever the name says; null: incomplete, or not a format that all editions can show. */
  format: 'svg' | 'png' | 'jpeg' | 'animation' | null
  /** Faults of an SVG; null for other formats. */
  drawing: Omit<Drawing, 'svg'> | null
  /** Width and height as it is shown, in pixels; null: a drawing of lines, or a file that does not tell. */
  pixels: Pixels | null
  /** Weight of its file. */
  bytes: number
}

/** Looks into a picture of a kit. */
export function pictureOf(file: Uint8Array): Picture {
  const bytes = file.length
  const head = file.subarray(0, HEAD)
  const format = formatOf(head)
  const frame = format === 'jpeg' ? jpegFrame(file) : null
  if (format === 'animation') return { format, drawing: null, pixels: null, bytes }
  if (format === null || !isWhole(format, file, frame?.at ?? 0))
    return { format: null, drawing: null, pixels: null, bytes }
  if (format === 'png') return { format, drawing: null, pixels: pngPixels(head), bytes }
  if (format === 'jpeg') return { format, drawing: null, pixels: frame?.pixels ?? null, bytes }
  const { svg, ...drawing } = writeDrawing(utf8.decode(file))
  return { format, drawing, pixels: svg === null ? null : drawingPixels(svg, drawing.rasters), bytes }
}

/** The pixels of a drawing, where it holds pictures of pixels: as many as the coarsest of them would have on its whole frame. */
function drawingPixels(svg: string, rasters: Drawing['rasters']): Pixels | null {
  const frame = frameOf(svg)
  const densities = rasters.flatMap(({ data, width }) => {
    const { pixels } = pictureOf(decodeBase64(data))
    return pixels && width > 0 ? pixels.width / width : []
  })
  if (frame === null || densities.length === 0) return null
  const density = Math.min(...densities)
  return { width: Math.round(frame.width * density), height: Math.round(frame.height * density) }
}

/** The bytes of a text in base64; none where it is not. */
function decodeBase64(data: string): Uint8Array {
  const digits = data.replace(/[\s=]/g, '')
  const isBase64 = digits.length % 4 !== 1 && /^[A-Za-z\d+/]*$/.test(digits)
  return Uint8Array.from(isBase64 ? atob(digits) : '', character => character.charCodeAt(0))
}

/** No browser shows so many pixels for sure. */
export const isImmense = ({ width, height }: Pixels) => width * height > MOST_PIXELS

/** Bytes to read. At the beginning a kilobyte, as a comment or a prologue may stand before `<svg`; at the end more, as some
 *  programs write a little behind a picture. */
const [HEAD, TAIL] = [1024, 4096]

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
/** A character a byte. */
const asBytes = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/** A copy that was interrupted has a head and no end: browsers show its upper half and say nothing. A telephone may write a
 *  film behind the end of a JPEG. @param frame where the frame of a JPEG begins: the end of its preview stands before */
function isWhole(format: 'svg' | 'png' | 'jpeg', file: Uint8Array, frame: number): boolean {
  // https://www.w3.org/TR/png-3/#11IEND, ITU-T T.81 B.1.1.3 (EOI)
  const end = { png: 'IEND', jpeg: '\xff\xd9', svg: '</svg' }[format]
  const next = (from: number) => file.indexOf(end.charCodeAt(0), from)
  const start = format === 'jpeg' ? frame : Math.max(0, file.length - TAIL)
  for (let at = next(start); at !== -1; at = next(at + 1))
    if (asBytes(file.subarray(at, at + end.length)) === end) return true
  return false
}

function formatOf(head: Uint8Array): Picture['format'] {
  // https://www.w3.org/TR/png-3/#5PNG-file-signature and #acTL-chunk, ITU-T T.81 B.1.1.3
  const start = asBytes(head.subarray(0, 8))
  if (start === '\x89PNG\r\n\x1a\n') return asBytes(head).includes('acTL') ? 'animation' : 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  return /<svg[\s>]/.test(utf8.decode(head)) ? 'svg' : null
}

/** The size of a PNG, of its first bytes. @see https://www.w3.org/TR/png-3/#11IHDR */
function pngPixels(head: Uint8Array): Pixels | null {
  if (head.length < 24) return null
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Where the frame of a JPEG begins, and its size as it is shown, upright; null when it does not tell.
 *  @see ITU-T T.81 B.2.2 (SOF), Exif 2.32 4.6.4 (orientation) */
function jpegFrame(bytes: Uint8Array): { at: number; pixels: Pixels } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let turned = false
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    if (marker === 0xe1)
      turned ||= isTurned(
        new DataView(view.buffer, view.byteOffset + at + 4, Math.min(length - 2, view.byteLength - at - 4)),
      )
    // Start of frame, but tables of Huffman and arithmetic coding.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return { at, pixels: turned ? { width: height, height: width } : { width, height } }
    }
    at += marker === 0xff ? 1 : 2 + length
  }
  return null
}

/** Tells of a camera held on its side: orientations 5 to 8. */
function isTurned(exif: DataView): boolean {
  if (exif.byteLength < 16 || exif.getUint32(0) !== 0x45786966) return false
  const start = 6
  const little = exif.getUint16(start) === 0x4949
  const first = start + exif.getUint32(start + 4, little)
  if (first + 2 > exif.byteLength) return false
  const count = exif.getUint16(first, little)
  for (let entry = first + 2; entry + 12 <= exif.byteLength && entry < first + 2 + 12 * count; entry += 12)
    if (exif.getUint16(entry, little) === 0x0112) return exif.getUint16(entry + 8, little) >= 5
  return false
}

/** Bytes that `profileFault` reads. @see ICC.1:2010 §7.2 */
export const PROFILE_HEADER = 132

/** Why a file is no profile that a printer's inks can be told by, after its name; null when it is one.
 *  @param head its first `PROFILE_HEADER` bytes at least. @param bytes how many it has */
export function profileFault(head: Uint8Array, bytes: number): string | null {
  const ascii = (start: number) => String.fromCharCode(...head.subarray(start, start + 4))
  if (head.length < PROFILE_HEADER || ascii(36) !== 'acsp') return 'n’est pas un profil ICC'
  if (ascii(12) !== 'prtr' || ascii(16) !== 'CMYK')
    return 'n’est pas un profil d’imprimeur en quadrichromie (CMJN)'
  const written = new DataView(head.buffer, head.byteOffset).getUint32(0)
  return written > bytes ? 'est un profil ICC incomplet' : null
}
