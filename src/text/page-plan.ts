import page from '../../styles/page.json' with { type: 'json' }

declare const unit: unique symbol

/** A length in millimetres: the unit of the page plan. */
export type Mm = number & { readonly [unit]: 'mm' }
/** A length in points (1 pt = 1/72 in): the unit of PDF. */
export type Pt = number & { readonly [unit]: 'pt' }
/** A length in CSS pixels (1 px = 1/96 in). */
export type Px = number & { readonly [unit]: 'px' }
/** A printed page number, from 1; never an index. */
export type Folio = number & { readonly [unit]: 'folio' }

export const mm = (value: number) => value as Mm
export const pt = (value: number) => value as Pt
export const folio = (value: number) => value as Folio

/** 1 in = 25.4 mm = 72 pt */
export const toPt = (length: Mm) => ((length * 72) / 25.4) as Pt

/** A format of the printed page that `styles/page.json` names, as `impression.format` in kit.yaml writes it. */
type PageFormat = keyof typeof page.formats

export const pageFormats = Object.keys(page.formats) as [PageFormat, ...PageFormat[]]

/** Bleed beyond the trim on each side. Chromium rounds page sizes to 1/96 in and paints from the top left, so the sheet
 *  carries more bleed than a printer asks for. */
export const bleed = mm(page.bleed)

/** Distance of two lines of text. */
export const line = mm(page.line)

/** Width of the margin with its boxes, of one of two even columns, of the text beside the margin, and of the whole text area. */
export const columns = page.columns as Readonly<Record<ColumnName, Mm>>
export type ColumnName = 'margin' | 'half' | 'text' | 'page'

/** Lengths in mm. `tab`: a thumb tab, the white of the edge above and below all of them, what one has beside its name; `size` of the name in pt,
 *  `spacing` added to each letter, in em. `pageHead`: a title begins so much above the text area, what follows so much below it; least height.
 *  `excerpt`: of the sommaire of chosen fiches, and where their titles stand on its cover. */
export const { tab, pageHead, excerpt } = page

type Size = { width: Mm; height: Mm }

/** The plan of a page, all lengths in mm. */
export type PagePlan = {
  /** The finished page. */
  trim: Size
  /** The sheet that Chromium prints: the trim with its bleed. */
  sheet: Size
  /** The text area, from the trim's top left corner. It is the same on left and right pages: nothing reflows when a
   *  fiche moves by one page. */
  zone: Size & { top: Mm; left: Mm }
  /** How much larger a text is printed than it is composed: what is composed is measured in mm so many times shorter. */
  scale: number
  /** Widths of texts and boxes, as they are composed. */
  columns: Readonly<Record<ColumnName, Mm>>
}

/** A kit, as far as its pages depend on it. */
type WithFormat = { impression: { format: PageFormat } }

/** Least margin beside the text: the thumb tab takes 9 mm of it. */
const LEAST_MARGIN = 12

/** The plan of the pages of a kit. @throws Error for a format that does not hold the text */
export function planOf({ impression: { format } }: WithFormat): PagePlan {
  const { width, top, foot } = page.formats[format]
  return { ...planWith(format, { side: sideOf(format, width), top, foot }), scale: 1, columns }
}

/** The margin beside the text. @throws Error where it is too narrow */
export function sideOf(format: string, width: number): number {
  const side = (width - columns.page) / 2
  if (side >= LEAST_MARGIN) return side
  throw new Error(
    `Format « ${format} » : le texte a ${columns.page} mm (columns › page de styles/page.json), la page ${width}. Il faut ${LEAST_MARGIN} mm de marge de chaque côté, soit une page de ${columns.page + 2 * LEAST_MARGIN} mm.`,
  )
}

/** The plan of its pages in large print: texts and boxes stand in one column, one under the other. */
export function largePlanOf({ impression: { format } }: WithFormat): PagePlan {
  const { scale, ...margins } = page.large
  const plan = planWith(format, margins)
  const width = mm(plan.zone.width / scale)
  return { ...plan, scale, columns: { margin: width, half: width, text: width, page: width } }
}

function planWith(format: PageFormat, { side, top, foot }: { side: number; top: number; foot: number }) {
  const { width, height } = page.formats[format]
  return {
    trim: { width: mm(width), height: mm(height) },
    sheet: { width: mm(width + 2 * bleed), height: mm(height + 2 * bleed) },
    zone: { top: mm(top), left: mm(side), width: mm(width - 2 * side), height: mm(height - top - foot) },
  }
}

/** « A4, 210 × 297 mm, portrait » as HTML; a format named by its lengths says them once. */
export function sayTrim(format: string, { width, height }: { width: number; height: number }): string {
  const name = format === `${width}x${height}` ? '' : `${format}, `
  return `${name}${width}&nbsp;×&nbsp;${height}&nbsp;mm, ${width > height ? 'paysage' : 'portrait'}`
}

/** `@page` as Paged.js gets it to cut a document: the trim as it is composed, and margins around the text area, of which `spared` mm are left
 *  empty at the foot. */
export function pagingCss({ trim, zone, scale }: PagePlan, spared = 0): string {
  const [width, height, top, left] = [trim.width, trim.height, zone.top, zone.left].map(mm => mm / scale)
  const right = (trim.width - zone.left - zone.width) / scale
  const foot = (trim.height - zone.top - zone.height) / scale + spared
  return `@page { size: ${width}mm ${height}mm; margin: ${top}mm ${right}mm ${foot}mm ${left}mm; }`
}

/** The lengths that style sheets of the page name, as it is composed: `--zone-haut: 27mm`. */
const lengthsOf = ({ trim, sheet, zone, scale, columns }: PagePlan): Readonly<Record<string, number>> => ({
  '--fond-perdu': bleed / scale,
  '--feuille-largeur': sheet.width / scale,
  '--feuille-hauteur': sheet.height / scale,
  '--rogne-largeur': trim.width / scale,
  '--rogne-hauteur': trim.height / scale,
  '--zone-haut': zone.top / scale,
  '--zone-gauche': zone.left / scale,
  '--zone-bas': (trim.height - zone.top - zone.height) / scale,
  '--zone-largeur': zone.width / scale,
  '--zone-hauteur': zone.height / scale,
  '--colonne-marge': columns.margin,
  '--colonne-demi': columns.half,
  '--colonne-texte': columns.text,
  '--ligne': line,
})

export const pageVariables = (plan: PagePlan): string =>
  `:root { ${Object.entries(lengthsOf(plan))
    .map(([name, length]) => `${name}: ${length}mm;`)
    .join(' ')} }`

/** Writes the lengths of a plan in place of their names: Paged.js knows no custom property in `@page`. */
export function withLengths(css: string, plan: PagePlan): string {
  const lengths = lengthsOf(plan)
  return css.replace(/var\((--[\w-]+)\)/g, (written, name) =>
    lengths[name] === undefined ? written : `${lengths[name]}mm`,
  )
}

/** Widths that pictures are printed at, in mm: a figure beside the margin, a diagram across the page. */
export const printWidths = { marge: columns.margin, texte: columns.text, page: columns.page } as const

/** Pixels an inch below which a printed picture shows them: the prepress report refuses less. */
const LEAST = 200

/** The width at which a picture is still sharp, rounded down to a hundredth. */
export const sharpWidth = ({ width }: Pixels): Mm => mm(Math.floor((width * 2540) / LEAST) / 100)

/** A picture so wide for its height that in a column it would be a strip, and sharp at more than the width of the text. */
export const isPanorama = (pixels: Pixels): boolean =>
  pixels.width >= 2.4 * pixels.height && sharpWidth(pixels) > printWidths.texte

/** A picture that is higher than wide: print sets it in the margin, or in one of two columns. */
export const isPortrait = (pixels: Pixels): boolean => pixels.width < pixels.height

/** The largest width that print sets a picture of such a shape in. */
export function widestColumn({ width, height }: Pixels): ColumnName {
  const shape = width / height
  return shape < 1 ? 'half' : shape < 1.49 ? 'text' : 'page'
}

/** Gives the pixels that a picture needs for `width`. */
export const wantedPixels = (width: Mm): number => Math.ceil((width * LEAST) / 25.4)

/** Pixels that a browser and the printer's PDF still take. */
export const MOST_PIXELS = 100_000_000

/** The size of a picture as it is shown. */
export type Pixels = { width: number; height: number }
