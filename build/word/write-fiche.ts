import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { decodeText } from '../../src/content/file-text.ts'
import { isDrawing } from '../../src/files.ts'
import type { FichePubliee, Kit } from '../../src/kit.ts'
import { publishedPicture } from '../../src/svg/published-picture.ts'
import { drawnOf, wordOfFiche } from '../../src/word/fiche-to-word.ts'
import { maxPicturePx, type WordPicture } from '../../src/word/write/markup.ts'
import { drawSvg } from './draw-svg.ts'

/** A fiche of a kit as a Word file, in the colours of its family, with its charts and pictures; the same bytes for the same
 *  kit on one machine. @throws Error when its file or a picture has gone meanwhile */
export async function writeFiche(kit: Kit, fiche: FichePubliee): Promise<Uint8Array> {
  const source = decodeText(await readFile(join(kit.dir, fiche.file)), fiche.file).text
  if (source === null) throw new Error(`${fiche.file} is no text any more`)
  const { charts, pictures } = drawnOf(kit, fiche)
  const shown = pictures.map(async path => {
    const bytes = publishedPicture(path, await readFile(join(kit.dir, path)))
    return [path, await pictureOf(bytes, path)] as const
  })
  return wordOfFiche(kit, fiche, source, {
    pictures: new Map(await Promise.all(shown)),
    charts: await Promise.all(charts.map(drawSvg)),
  })
}

async function pictureOf(bytes: Uint8Array, path: string): Promise<WordPicture> {
  if (isDrawing(path)) return drawSvg(new TextDecoder().decode(bytes))
  const picture = sharp(bytes).rotate().resize({ width: maxPicturePx, withoutEnlargement: true })
  const type = /\.png$/i.test(path) ? ('png' as const) : ('jpeg' as const)
  const { data, info } = await picture.toFormat(type).toBuffer({ resolveWithObject: true })
  return { bytes: data, type, width: info.width, height: info.height }
}
