import { type Mm, mm } from '../../../src/units.ts'

/** The finished page: A4. */
export const trim = { width: mm(210), height: mm(297) }

/** What is printed beyond the trim on each side. Chromium rounds page sizes to 1/96 in and paints from the top left,
 *  so the sheet carries more bleed than a printer asks for. */
export const bleed = mm(5)

/** The sheet that Chromium prints. */
export const sheet = { width: mm(trim.width + 2 * bleed), height: mm(trim.height + 2 * bleed) }

/** The text area, from the trim's top left corner. It is the same on left and right pages: nothing reflows when a
 *  fiche moves by one page. */
export const zone: { top: Mm; left: Mm; width: Mm; height: Mm } = {
  top: mm(27),
  left: mm(20),
  width: mm(170),
  height: mm(249),
}

/** `@page` as Paged.js gets it: the trim, and margins around the text area, of which `spared` is left empty at the foot. */
const pagingCss = (spared: number) =>
  `@page { size: ${trim.width}mm ${trim.height}mm; margin: ${zone.top}mm ${
    trim.width - zone.left - zone.width
  }mm ${trim.height - zone.top - zone.height + spared}mm ${zone.left}mm; }`

export const pagingPageCss = pagingCss(0)
/** Two lines are spared. */
export const sparingPageCss = pagingCss(9)

/** `@page` as Chromium prints it: the sheet with its bleed, and the same text area inside. */
export const sheetPageCss = `@page { size: ${sheet.width}mm ${sheet.height}mm; margin: 0; }
:root { --fond-perdu: ${bleed}mm; --feuille-largeur: ${sheet.width}mm; --feuille-hauteur: ${sheet.height}mm;
  --rogne-largeur: ${trim.width}mm; --rogne-hauteur: ${trim.height}mm;
  --zone-haut: ${zone.top}mm; --zone-gauche: ${zone.left}mm; --zone-largeur: ${zone.width}mm; --zone-hauteur: ${zone.height}mm; }`
