import type { Pixels } from './kit.ts'
import { columns } from './page-plan.ts'
import { type Mm, mm } from './units.ts'

/** Widths that pictures are printed at, in mm: a figure beside the margin, a diagram across the page. */
export const printWidths = { texte: columns.text, page: columns.page } as const

/** Pixels an inch below which a printed picture shows them: the prepress report refuses less. */
const LEAST = 200

/** The width at which a picture is still sharp, rounded down to a hundredth. */
export const sharpWidth = ({ width }: Pixels): Mm => mm(Math.floor((width * 2540) / LEAST) / 100)

/** A picture so wide for its height that in a column it would be a strip, and sharp at more than the width of the text. */
export const isPanorama = (pixels: Pixels): boolean =>
  pixels.width >= 2.4 * pixels.height && sharpWidth(pixels) > printWidths.texte

/** How many pixels wide a picture has to be for `width`. */
export const wantedPixels = (width: Mm): number => Math.ceil((width * LEAST) / 25.4)

/** Pixels that a browser and the printer's PDF still take. */
export const MOST_PIXELS = 100_000_000
