import type { PdfPage } from '../../judge/audit/read/pdf.ts'
import type { Frame } from './press/open-sheets.ts'
import type { Drawn } from './press/raster.ts'

/** Pixels for a millimetre: letters are seen in them. */
export const LETTER_FINENESS = 4
/** Correlation above which two windows show the same letters: those drawn by two programs reach 0.9, other letters 0.6. */
const LIKE = 0.75
/** By how many pixels two programs may set a letter apart. */
const REACH = 2
/** Width of a window, in the size of its letters. */
const WIDTH = 1.5
/** A window whose lightness spreads less has no letter to compare (black from white being 1). */
const FAINT = 0.05

/** The words of a page that are at the same place in none of the pictures: others stand there.
 *  @param words what the page says, where, in pt of its file
 *  @param others pictures as large as the page, drawn as finely */
export function unlikeWords(
  words: PdfPage['places'],
  { corner }: Pick<Frame, 'corner'>,
  page: Drawn,
  others: readonly Drawn[],
): string[] {
  const scale = (LETTER_FINENESS * 25.4) / 72
  const [drawn, ...pictures] = [page, ...others].map(greyOf)
  if (!drawn) return []
  return words
    .filter(({ text, size }) => text.trim() !== '' && size > 0)
    .filter(({ x, y, width, size }) => {
      const step = Math.max(1, Math.round((size * WIDTH * scale) / 2))
      const top = Math.round((corner[1] - y - size * 0.85) * scale)
      const [left, right] = [x - corner[0], x - corner[0] + width].map(at => Math.round(at * scale))
      const windows: Box[] = []
      for (let at = left ?? 0; at < (right ?? 0); at += step)
        windows.push({
          left: at,
          top,
          width: Math.min(2 * step, drawn.width - at),
          height: Math.round(size * 1.15 * scale),
        })
      return windows.some(box => {
        const wanted = momentsOf(drawn, box)
        return wanted.spread > FAINT && !pictures.some(picture => isLike({ drawn, picture, box, wanted }))
      })
    })
    .map(({ text }) => text)
}

type Grey = { width: number; height: number; values: Float32Array }
type Box = { left: number; top: number; width: number; height: number }

/** Lightness from 0 to 1. */
function greyOf({ width, height, colour }: Drawn): Grey {
  const values = new Float32Array(width * height)
  for (let at = 0; at < values.length; at++) {
    const [red, green, blue] = colour(at % width, Math.floor(at / width), 1)
    values[at] = (0.3 * red + 0.6 * green + 0.1 * blue) / 255
  }
  return { width, height, values }
}

function momentsOf({ width, values }: Grey, box: Box): { mean: number; spread: number } {
  let [sum, squares] = [0, 0]
  for (let y = box.top; y < box.top + box.height; y++)
    for (let x = box.left; x < box.left + box.width; x++) {
      const value = values[y * width + x] ?? 1
      sum += value
      squares += value * value
    }
  const count = box.width * box.height
  return { mean: sum / count, spread: Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)) }
}

/** Whether a picture shows in some place near a box what is drawn in it: the correlation of both. */
function isLike({
  drawn,
  picture,
  box,
  wanted,
}: {
  drawn: Grey
  picture: Grey
  box: Box
  wanted: { mean: number; spread: number }
}): boolean {
  for (let dy = -REACH; dy <= REACH; dy++)
    for (let dx = -REACH; dx <= REACH; dx++) {
      const other = momentsOf(picture, { ...box, left: box.left + dx, top: box.top + dy })
      let product = 0
      for (let y = box.top; y < box.top + box.height; y++)
        for (let x = box.left; x < box.left + box.width; x++)
          product +=
            (drawn.values[y * drawn.width + x] ?? 1) *
            (picture.values[(y + dy) * picture.width + x + dx] ?? 1)
      const shared = product / (box.width * box.height) - wanted.mean * other.mean
      if (shared > LIKE * wanted.spread * other.spread) return true
    }
  return false
}
