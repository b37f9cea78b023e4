import type { Shot } from '../../../build/gate/pictures/baselines.ts'
import { encode, type PixelMap } from '../../../build/gate/pictures/compare.ts'

export type Box = { x: number; y: number; w: number; h: number; colour: [number, number, number] }

const WIDTH = 300
const HEIGHT = 420

/** A page of coloured boxes on white. */
export function draw(boxes: readonly Box[], width = WIDTH, height = HEIGHT): PixelMap {
  const data = new Uint8Array(width * height * 4).fill(255)
  for (const { x, y, w, h, colour } of boxes)
    for (let row = y; row < y + h; row++)
      for (let column = x; column < x + w; column++) data.set([...colour, 255], (row * width + column) * 4)
  return { data, width, height }
}

export const ink: Box['colour'] = [20, 20, 20]
/** A head, two columns of text, a folio at the foot, to the left or to the right. */
export const page = (rows = 8, folio = 40): Box[] => [
  { x: 60, y: 30, w: 180, h: 40, colour: [24, 70, 160] },
  ...Array.from({ length: rows }, (_, row) => ({ x: 60, y: 90 + row * 20, w: 150, h: 6, colour: ink })),
  { x: folio, y: 400, w: 12, h: 8, colour: ink },
]

export async function shot(id: string, boxes: readonly Box[], rest: Partial<Shot> = {}): Promise<Shot> {
  const png = await encode(draw(boxes))
  return {
    ...{ id, edition: 'pdf', titre: 'Une fiche', vue: 'page 1', page: 7, texte: 'a', mots: 'a' },
    ...{ lignes: [], style: [], scale: 1, png, ...rest },
  }
}
