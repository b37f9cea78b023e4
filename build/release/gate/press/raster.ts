import type { PDFiumDocument } from '@hyzyla/pdfium'
import { openPdfium } from '../../../judge/open-pdfium.ts'
import type { Frame, Sheet } from './open-sheets.ts'

/** Pixels for a millimetre: an edge of the finished format lies between two of them. */
export const FINENESS = 2
const scaleOf = (fineness: number) => (fineness * 25.4) / 72
const SCALE = scaleOf(FINENESS)

/** Red, green, blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number]

/** A page as it is drawn. Places are in pixels from the finished format's upper left corner; outside it lies the bleed. */
export type Drawn = {
  width: number
  height: number
  /** Mean colour of a square, `side` pixels wide. */
  colour(x: number, y: number, side: number): Rgb
}

/** Draws each pair of pages by PDFium: another program than the one that made them. */
export async function* drawSheets(
  sheets: readonly Sheet[],
  bytes: { screen: Uint8Array; press: Uint8Array },
  signal: AbortSignal,
): AsyncGenerator<{ sheet: Sheet; printed: Drawn; shown: Drawn | null; bleed: number }> {
  using pdfium = await openPdfium()
  using screen = await pdfium.open(bytes.screen)
  using press = await pdfium.open(bytes.press)
  for (const sheet of sheets) {
    signal.throwIfAborted()
    if (!sheet.printed) continue
    yield {
      sheet,
      printed: await draw(press, sheet.press, sheet.printed),
      shown: sheet.shown && sheet.screen !== null ? await draw(screen, sheet.screen, sheet.shown) : null,
      bleed: Math.round(sheet.printed.bleed * SCALE),
    }
  }
}

/** Draws the first page of a file, or the one page of a flat cover.
 *  @param fineness pixels for a millimetre */
export async function drawCover(bytes: Uint8Array, cut: Frame, fineness = FINENESS): Promise<Drawn> {
  using pdfium = await openPdfium()
  using cover = await pdfium.open(bytes)
  return await draw(cover, 1, cut, scaleOf(fineness))
}

async function draw(document: PDFiumDocument, page: number, cut: Frame, scale = SCALE): Promise<Drawn> {
  const { data, width: stride } = await document.getPage(page - 1).render({ scale, render: 'bitmap' })
  return drawnOf(data, 4, { stride, ...windowOf(cut, scale) })
}

/** Where a page is cut, in pixels: each edge between the two that are nearest to it.
 *  @param scale pixels for a pt */
export function windowOf({ at, width, height }: Frame, scale: number): Omit<Window, 'stride'> {
  const [left, top] = [Math.round(at.left * scale), Math.round(at.top * scale)]
  // Rounded by itself, a width would move the far edge by up to a pixel: out of the bleed's last one.
  return {
    left,
    top,
    width: Math.round((at.left + width) * scale) - left,
    height: Math.round((at.top + height) * scale) - top,
  }
}

type Window = { left: number; top: number; stride: number; width: number; height: number }

/** What stands in a window of raw pixels, `stride` of them a row, each of `channels` bytes, red first. */
export const drawnOf = (
  data: Uint8Array,
  channels: number,
  { left, top, stride, width, height }: Window,
): Drawn => ({
  width,
  height,
  colour(x, y, side) {
    let [r, g, b] = [0, 0, 0]
    for (let row = y + top; row < y + top + side; row++)
      for (
        let at = channels * (row * stride + x + left), end = at + channels * side;
        at < end;
        at += channels
      ) {
        r += data[at] ?? 255
        g += data[at + 1] ?? 255
        b += data[at + 2] ?? 255
      }
    return [r / side ** 2, g / side ** 2, b / side ** 2]
  },
})

/** How far two colours are from each other, black from white being 1. @see OKLab, Björn Ottosson, 2020 */
export const distance = (a: Rgb, b: Rgb) => {
  const [one, other] = [okLab(a), okLab(b)]
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}

function okLab(colour: Rgb): [number, number, number] {
  const [r, g, b] = colour.map(linear) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const linear = (value: number) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
