import type { Kit } from '../../../src/kit.ts'
import { type Mm, mm } from '../../../src/page-plan.ts'

type Papier = Kit['impression']['papier']

/** How thick a leaf is: its weight (g/m²) times its bulk (cm³/g). */
export const leafThickness = ({ grammage, main }: Papier): Mm => mm((grammage * main) / 1000)

/** Width of the spine of a square back, to the tenth of a millimetre. @param pages of the body */
export const spineWidth = (pages: number, papier: Papier): Mm =>
  mm(Math.round(10 * Math.ceil(pages / 2) * leafThickness(papier)) / 10)
