import type { Pixels } from '../kit.ts'

/** The size of a PNG, of its first bytes. @see https://www.w3.org/TR/png-3/#11IHDR */
export function pngPixels(head: Uint8Array): Pixels | null {
  if (head.length < 24) return null
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** The size of a JPEG as it is shown, upright; null when it does not tell. @see ITU-T T.81 B.2.2 (SOF), Exif 2.32 4.6.4 (orientation) */
export function jpegPixels(bytes: Uint8Array): Pixels | null {
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
      return turned ? { width: height, height: width } : { width, height }
    }
    at += marker === 0xff ? 1 : 2 + length
  }
  return null
}

/** Whether a camera was held on its side: orientations 5 to 8. */
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
