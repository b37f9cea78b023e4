import sharp from 'sharp'

/** Pixels of a picture, four bytes each (RGBA). */
export type Pixels = { data: Uint8Array; width: number; height: number }

/** Enough for the colours of a page and the edges of its letters; a page of text weighs about 10 kB. */
const COLOURS = 16

/** A small PNG with a palette. The same pixels give the same bytes. */
export async function encode({ data, width, height }: Pixels): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer()
}

/** @throws Error when the bytes are no picture */
export async function decode(png: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** A picture in smaller: by program, since a browser's own fractions of pixels are not the same twice. */
export async function shrink(png: Uint8Array, scale: number): Promise<Pixels> {
  const { width, height } = await decode(png)
  const { data, info } = await sharp(png)
    .resize({
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      fit: 'fill',
      kernel: 'lanczos3',
    })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
