import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { WordPicture } from '../../src/word/write/markup.ts'
import { toSfnt } from '../font/true-type.ts'

/** Two pixels for one of the page, at 96 to the inch. */
const DPI = 192

const { resolve } = createRequire(import.meta.url)

const faces = ['source-sans-3/400', 'source-sans-3/600', 'source-sans-3/700', 'bricolage-grotesque/700']
const fontFiles = faces.flatMap(face => {
  const [family = '', weight = ''] = face.split('/')
  return ['latin', 'latin-ext'].map(
    subset => `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`,
  )
})

let ready: Promise<Uint8Array[]> | null = null

/** The program that draws, and its fonts. */
async function open(): Promise<Uint8Array[]> {
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return Promise.all(fontFiles.map(async path => toSfnt(await readFile(resolve(path)))))
}

/** A drawing as a PNG, in the fonts of the kit: Word shows no SVG as it was drawn. Whatever the machine and its fonts, the bytes
 *  are the same. @throws when it is no SVG */
export async function drawSvg(svg: string): Promise<WordPicture> {
  ready ??= open()
  const font = {
    fontBuffers: await ready,
    defaultFontFamily: 'Source Sans 3',
    sansSerifFamily: 'Source Sans 3',
  }
  const drawing = new Resvg(svg, { dpi: DPI, background: '#ffffff', font })
  const image = drawing.render()
  try {
    return { bytes: image.asPng(), type: 'png', width: image.width, height: image.height }
  } finally {
    image.free()
    drawing.free()
  }
}
