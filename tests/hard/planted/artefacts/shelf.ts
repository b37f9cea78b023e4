import { copyFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Fault } from '../planted-edition.ts'

const redrawn = (what: string, change: (cover: Sharp) => Sharp, ...says: RegExp[]): Fault => ({
  what,
  plant: ({ redrawBook }) =>
    redrawBook('couverture.jpg', bytes => change(sharp(bytes)).jpeg({ quality: 92 }).toBuffer()),
  finds: { 'couverture-livre': says },
})

const over =
  (left: number, top: number, width: number, height: number, background: string) => (cover: Sharp) =>
    cover.composite([{ input: { create: { width, height, channels: 3, background } }, left, top }])

const LACKS = /L’image n’a pas ce que porte la couverture imprimée/
const UNSAID = /L’image ne dit pas « [^»]+ » là où la couverture imprimée le dit/
const BEARS = /L’image a autre chose que la couverture imprimée/

/** The letters of the month, each in the place of another. */
const mirrored = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const month = { left: 1340, top: 690, width: 130, height: 50 }
  const input = await sharp(bytes).extract(month).flop().toBuffer()
  return sharp(bytes)
    .composite([{ input, ...month }])
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** What a shelf and a network show: the cover of the e-book, the pictures of links. */
export const shelf: Fault[] = [
  redrawn('a cover without its title', over(100, 100, 1300, 200, '#fff'), LACKS, UNSAID),
  redrawn('a cover in other colours', cover => cover.modulate({ hue: 60 }), LACKS, BEARS),
  redrawn('a cover with words of its own', over(300, 900, 400, 60, '#111'), BEARS),
  {
    what: 'a cover of another month',
    plant: ({ redrawBook }) => redrawBook('couverture.jpg', mirrored),
    finds: { 'couverture-livre': [/L’image ne dit pas « Mai 2030 » là où la couverture imprimée le dit/] },
  },
  {
    what: 'two share pictures that are exchanged',
    plant: async ({ dir }) => {
      const at = (name: string) => join(dir, 'site/partage', name)
      await copyFile(at('planter-un-arbre.png'), at('x.png'))
      await copyFile(at('tenir-un-marche.png'), at('planter-un-arbre.png'))
      await rename(at('x.png'), at('tenir-un-marche.png'))
    },
    finds: {
      'images-partage': [
        /partage\/planter-un-arbre\.png : L’image de partage n’est pas la tête de fiches\/planter-un-arbre/,
        /partage\/tenir-un-marche\.png : L’image de partage n’est pas la tête de fiches\/tenir-un-marche/,
      ],
    },
  },
  redrawn(
    'a small cover',
    cover => cover.resize(1200, 1920).extend({ right: 400, bottom: 640, background: '#fff' }),
    LACKS,
    BEARS,
    UNSAID,
  ),
]
