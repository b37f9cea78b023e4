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
const BEARS = /L’image a autre chose que la couverture imprimée/

/** What the cover of the e-book shows. */
export const shelf: Fault[] = [
  redrawn('a cover without its title', over(100, 100, 1300, 200, '#fff'), LACKS),
  redrawn('a cover in other colours', cover => cover.modulate({ hue: 60 }), LACKS, BEARS),
  redrawn('a cover with words of its own', over(300, 900, 400, 60, '#111'), BEARS),
  redrawn(
    'a small cover',
    cover => cover.resize(1200, 1920).extend({ right: 400, bottom: 640, background: '#fff' }),
    LACKS,
    BEARS,
  ),
]
