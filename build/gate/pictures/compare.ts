import pixelmatch from 'pixelmatch'
import sharp, { type Sharp } from 'sharp'

/** Least distance of two colours that counts as a difference (OKLab, black to white is 1): above the rounding of a palette
 *  of sixteen colours, below what an eye sees on flat grounds. */
export const THRESHOLD = 0.12
/** Pixels that may differ: a few, for rounding. The same programs make the pictures, so any other difference counts. */
export const ALLOWED_PIXELS = 4

type Comparison = {
  same: boolean
  /** Pixels that differ. */
  pixels: number
  /** The difference drawn over the new picture. */
  drawing: PixelMap
}

/** Compares two pictures. Another size is a difference of all that one has more. */
export function compare(
  before: PixelMap,
  after: PixelMap,
  ignore?: (x: number, y: number) => boolean,
  threshold = THRESHOLD,
): Comparison {
  const width = Math.max(before.width, after.width)
  const height = Math.max(before.height, after.height)
  const [a, b] = [widen(before, width, height), widen(after, width, height)]
  const drawing = new Uint8Array(width * height * 4)
  const mask = ignore && maskOf(width, height, ignore)
  const pixels = pixelmatch(a, b, drawing, width, height, {
    threshold,
    includeAA: true,
    alpha: 0.25,
    diffColor: [214, 0, 89],
    ...(mask && { ignoreMask: mask }),
  })
  const sized = before.width === after.width && before.height === after.height
  return {
    same: sized && pixels <= ALLOWED_PIXELS,
    pixels,
    drawing: { data: drawing, width, height },
  }
}

/** Widens on transparent ground, so that a larger picture differs by its new part. */
function widen({ data, width, height }: PixelMap, toWidth: number, toHeight: number): Uint8Array {
  if (width === toWidth && height === toHeight) return data
  const wide = new Uint8Array(toWidth * toHeight * 4)
  for (let y = 0; y < height; y++)
    wide.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * toWidth * 4)
  return wide
}

function maskOf(width: number, height: number, ignore: (x: number, y: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, index) =>
    ignore(index % width, Math.floor(index / width)) ? 1 : 0,
  )
}

/** Pixels of a picture, four bytes each (RGBA). */
export type PixelMap = { data: Uint8Array; width: number; height: number }

/** Enough for the colours of a page and the edges of its letters; a page of text weighs about 10 kB. */
const COLOURS = 16

/** A small PNG with a palette. The same pixels give the same bytes. */
export async function encode({ data, width, height }: PixelMap): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer()
}

/** @throws Error when the bytes are no picture */
export const decode = (png: Uint8Array): Promise<PixelMap> => pixelsOf(sharp(png))

async function pixelsOf(picture: Sharp): Promise<PixelMap> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** A picture in smaller: by program, since a browser's own fractions of pixels are not the same twice. */
export async function shrink(png: Uint8Array, scale: number): Promise<PixelMap> {
  const picture = sharp(png)
  const { width, height } = await picture.metadata()
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  return pixelsOf(picture.resize({ ...size, fit: 'fill', kernel: 'lanczos3' }))
}
