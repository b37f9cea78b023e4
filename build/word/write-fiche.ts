import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { decodeText } from '../../src/content/decode-text.ts'
import type { FichePubliee, Kit } from '../../src/kit.ts'
import { createRenderer } from '../../src/markdown/create-renderer.ts'
import { ciblesOf } from '../../src/markdown/render/cibles.ts'
import { typographText } from '../../src/markdown/typography/index.ts'
import { publishedPicture } from '../../src/svg/published-picture.ts'
import { ficheToWord } from '../../src/word/fiche-to-word.ts'
import { paletteOf } from '../../src/word/palette.ts'
import type { WordPicture } from '../../src/word/write/picture-of-word.ts'
import { drawSvg } from './draw-svg.ts'

/** A fiche of a kit as a Word file, in the colours of its family, with its charts and pictures; the same bytes for the same
 *  kit on one machine. @throws Error when its file or a picture has gone meanwhile */
export async function writeFiche(kit: Kit, fiche: FichePubliee): Promise<Uint8Array> {
  const source = decodeText(await readFile(join(kit.dir, fiche.file)), fiche.file).text
  if (source === null) throw new Error(`${fiche.file} is no text any more`)
  const couleur = kit.familles.find(({ id }) => id === fiche.famille)?.couleur ?? ''
  const { html } = createRenderer(kit, 'print').fiche(fiche)
  const drawn = [...html.matchAll(/<svg class="graphe graphique"[\s\S]*?<\/svg>/g)].map(([svg]) => svg)
  const paths = [...new Set(fiche.corps.images.map(({ path }) => path))]
  const pictures = await Promise.all(
    paths.map(
      async path =>
        [path, await pictureOf(publishedPicture(path, await readFile(join(kit.dir, path))), path)] as const,
    ),
  )
  return ficheToWord(source, {
    palette: paletteOf(kit.tokens, couleur),
    auteur: kit.editeur.sigle ?? kit.editeur.nom,
    jour: `${fiche.maj}-01`,
    tete: kit.titre,
    pied: footerOf(kit, fiche),
    titles: new Map([...ciblesOf(kit)].map(([slug, { titre }]) => [slug, typographText(titre)])),
    pictures: new Map(pictures),
    charts: await Promise.all(drawn.map(svg => drawSvg(withNamespace(svg)))),
  })
}

/** Who made the text, its date, and what may be done with it. */
function footerOf({ titre, editeur, licence }: Kit, { maj }: FichePubliee): string {
  const name = [licence.nom, licence.version].filter(Boolean).join(' ')
  const where = licence.url ? ` (${licence.url})` : ''
  return `${editeur.sigle ?? editeur.nom}, ${titre}, mise à jour ${maj}. Licence ${name}${where}.`
}

const WIDEST = 1600

/** A page of HTML knows what its drawings are; a file of its own has to say it. */
const withNamespace = (svg: string) =>
  svg.replace(/^<svg (?!xmlns)/, '<svg xmlns="http://www.w3.org/2000/svg" ')

async function pictureOf(bytes: Uint8Array, path: string): Promise<WordPicture> {
  if (/\.svg$/i.test(path)) return drawSvg(new TextDecoder().decode(bytes))
  const picture = sharp(bytes).rotate().resize({ width: WIDEST, withoutEnlargement: true })
  const type = /\.png$/i.test(path) ? ('png' as const) : ('jpeg' as const)
  const { data, info } = await picture.toFormat(type).toBuffer({ resolveWithObject: true })
  return { bytes: data, type, width: info.width, height: info.height }
}
