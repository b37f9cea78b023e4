import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import sharp from 'sharp'
import { publishedPicture } from '../../../src/charts/index.ts'
import { decodeText, type FichePubliee, type Kit, type Relecture, threadsOf } from '../../../src/kit/index.ts'
import { isDrawing } from '../../../src/text/index.ts'
import { drawnOf, maxPicturePx, type WordPicture, wordOfFiche } from '../../../src/word/index.ts'
import { diskFolder, toSfnt } from '../../ground/index.ts'

/** The reviews of a fiche. @throws UnreadableThreads */
export const reviewsOf = async ({ dir }: Kit, { file }: FichePubliee): Promise<Relecture[]> =>
  threadsOf(await readFile(join(dir, file), 'utf8'), diskFolder(dir)).threads

/** A fiche of a kit as a Word file, in the colours of its family, with its charts and pictures; the same bytes for the same
 *  kit on one machine. @param threads its reviews, where it goes to reviewers @throws Error when its file or a picture has gone
 *  meanwhile */
export async function writeFiche(
  kit: Kit,
  fiche: FichePubliee,
  threads: readonly Relecture[] = [],
): Promise<Uint8Array> {
  const source = decodeText(await readFile(join(kit.dir, fiche.file)), fiche.file).text
  if (source === null) throw new Error(`${fiche.file} is no text any more`)
  const { charts, pictures } = drawnOf(kit, fiche)
  const drawings = pictures.map(async path => {
    const bytes = publishedPicture(path, await readFile(join(kit.dir, path)))
    return [path, await pictureOf(bytes, path)] as const
  })
  const drawn = {
    pictures: new Map(await Promise.all(drawings)),
    charts: await Promise.all(charts.map(drawSvg)),
  }
  return wordOfFiche(kit, fiche, source, drawn, threads)
}

async function pictureOf(bytes: Uint8Array, path: string): Promise<WordPicture> {
  if (isDrawing(path)) return drawSvg(new TextDecoder().decode(bytes))
  const picture = sharp(bytes).rotate().resize({ width: maxPicturePx, withoutEnlargement: true })
  const type = /\.png$/i.test(path) ? ('png' as const) : ('jpeg' as const)
  const { data, info } = await picture.toFormat(type).toBuffer({ resolveWithObject: true })
  return { bytes: data, type, width: info.width, height: info.height }
}

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
