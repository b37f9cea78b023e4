import sharp from 'sharp'

/** Pixels of a picture, four bytes each (RGBA). */
export type Pixels = { data: Uint8Array; width: number; height: number }

/** Enough for flat colours and grey edges; a page of text weighs about 10 kB. */
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
