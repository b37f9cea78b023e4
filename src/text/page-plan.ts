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
}

/** The plan of the pages of a kit. */
export function planOf({ impression }: { impression: { format: PageFormat } }): PagePlan {
  const { width, height, top, foot } = page.formats[impression.format]
  return {
    trim: { width: mm(width), height: mm(height) },
    sheet: { width: mm(width + 2 * bleed), height: mm(height + 2 * bleed) },
    zone: {
      top: mm(top),
      left: mm((width - columns.page) / 2),
      width: columns.page,
      height: mm(height - top - foot),
    },
  }
}

/** « A4, 210 × 297 mm, portrait » as HTML; a format named by its lengths says them once. */
export function sayTrim(format: string, { width, height }: { width: number; height: number }): string {
  const name = format === `${width}x${height}` ? '' : `${format}, `
  return `${name}${width}&nbsp;×&nbsp;${height}&nbsp;mm, ${width > height ? 'paysage' : 'portrait'}`
}

/** `@page` as Paged.js gets it: the trim, and margins around the text area, of which `spared` mm are left empty at the foot. */
export const pagingCss = ({ trim, zone }: PagePlan, spared = 0) =>
  `@page { size: ${trim.width}mm ${trim.height}mm; margin: ${zone.top}mm ${
    trim.width - zone.left - zone.width
  }mm ${trim.height - zone.top - zone.height + spared}mm ${zone.left}mm; }`

/** The lengths that style sheets of the page name: `--zone-haut: 27mm`. */
const lengthsOf = ({ trim, sheet, zone }: PagePlan): Readonly<Record<string, Mm>> => ({
  '--fond-perdu': bleed,
  '--feuille-largeur': sheet.width,
  '--feuille-hauteur': sheet.height,
  '--rogne-largeur': trim.width,
  '--rogne-hauteur': trim.height,
  '--zone-haut': zone.top,
  '--zone-gauche': zone.left,
  '--zone-bas': mm(trim.height - zone.top - zone.height),
  '--zone-largeur': zone.width,
  '--zone-hauteur': zone.height,
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
export const printWidths = { texte: columns.text, page: columns.page } as const

/** Pixels an inch below which a printed picture shows them: the prepress report refuses less. */
const LEAST = 200

/** The width at which a picture is still sharp, rounded down to a hundredth. */
export const sharpWidth = ({ width }: Pixels): Mm => mm(Math.floor((width * 2540) / LEAST) / 100)

/** A picture so wide for its height that in a column it would be a strip, and sharp at more than the width of the text. */
export const isPanorama = (pixels: Pixels): boolean =>
  pixels.width >= 2.4 * pixels.height && sharpWidth(pixels) > printWidths.texte

/** Gives the pixels that a picture needs for `width`. */
export const wantedPixels = (width: Mm): number => Math.ceil((width * LEAST) / 25.4)

/** Pixels that a browser and the printer's PDF still take. */
export const MOST_PIXELS = 100_000_000

/** The size of a picture as it is shown. */
export type Pixels = { width: number; height: number }
