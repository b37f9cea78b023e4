import { escapeXml } from '../problems/index.ts'
import { type Bloc, type Couleurs, iconShapes, type RenderContext } from '../text/index.ts'
import { type ChartFace, textWidth } from './text-width.ts'

/** A drawing: shapes on a ground of `measure` × `depth`. All lengths of this folder are mm, type sizes included. */
export type ChartDrawing = { measure: number; depth: number; shapes: string }

/** The drawing of a chart; `complete`: every value of its table is written in it, and can be read. */
export type Chart = ChartDrawing & { complete: boolean }

/** 8.5 pt: nothing smaller is read on paper. */
export const LEGIBLE = 3

/** Reduced to the 150 mm that a page has for it, what is as high as this has words of 6 pt. */
export const HIGHEST = 212

/** For a drawing that is measured and never seen. */
export const NO_COLOURS: Couleurs = {
  solid: '#000000',
  deep: '#000000',
  mid: '#000000',
  light: '#000000',
  tint: '#000000',
  texte: '#000000',
  gris: '#000000',
  filet: '#000000',
  papier: '#000000',
}

/** A length as SVG writes it: hundredths of a millimetre. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100 + 0)
}

/** Colours of a shape. `stroke` needs its `width`. */
export type Pen = { fill: string; stroke?: string; width?: number; className?: string }

function paint({ fill, stroke, width, className }: Pen): string {
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${n(width ?? 0.35)}"`
  return `${className ? ` class="${className}"` : ''} fill="${fill}"${line}`
}

export function rect(x: number, y: number, width: number, height: number, pen: Pen): string {
  // A stroke is drawn inside the box, so that outlined and solid bars are of one size.
  const { stroke, width: breadth = 0.35, ...flat } = pen
  const inset = stroke === undefined ? 0 : breadth / 2
  // Inside the outline of a small box, the rest would be too thin for a press: all of it is outline.
  if (stroke !== undefined && Math.min(width, height) - 2 * inset < thinShare)
    return rect(x, y, width, height, { ...flat, fill: stroke })
  return `<rect x="${n(x + inset)}" y="${n(y + inset)}" width="${n(Math.max(0, width - 2 * inset))}" height="${n(Math.max(0, height - 2 * inset))}"${paint(pen)}/>`
}

export function path(d: string, pen: Pen): string {
  return `<path d="${d}"${paint(pen)}/>`
}

type LinePen = Omit<Pen, 'fill'>

export function line(points: readonly (readonly [number, number])[], pen: LinePen): string {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')
  return path(d, { ...pen, fill: 'none' })
}

export const horizontal = (y: number, [left, right]: readonly [number, number], pen: LinePen) =>
  path(`M${n(left)} ${n(y)}L${n(right)} ${n(y)}`, { ...pen, fill: 'none' })

export const vertical = (x: number, [top, bottom]: readonly [number, number], pen: LinePen) =>
  path(`M${n(x)} ${n(top)}L${n(x)} ${n(bottom)}`, { ...pen, fill: 'none' })

export function circle(x: number, y: number, r: number, pen: Pen): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}"${paint(pen)}/>`
}

export type Lettering = {
  face: ChartFace
  size: number
  fill: string
  anchor?: 'start' | 'middle' | 'end'
  className?: string
}

const faces: Record<ChartFace, string> = {
  texte: '',
  demi: ' font-weight="600"',
  figure: ' font-family="\'Bricolage Grotesque\', sans-serif" font-weight="700"',
}

/** Style of the values of a chart. */
export const figure = { face: 'figure', className: 'v' } as const

/** A line of text, its baseline at `y`. */
export function text(
  x: number,
  y: number,
  words: string,
  { face, size, fill, anchor, className }: Lettering,
): string {
  const at = anchor === undefined || anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  return `<text${className ? ` class="${className}"` : ''} x="${n(x)}" y="${n(y)}" font-size="${n(size)}" fill="${fill}"${faces[face]}${at}>${escapeXml(words)}</text>`
}

/** Lines one below the other; `y` is the first baseline. */
export function texts(
  x: number,
  y: number,
  lines: readonly string[],
  leading: number,
  style: Lettering,
): string {
  return lines.map((words, index) => text(x, y + index * leading, words, style)).join('')
}

/** A lucide icon, `size` wide, centred on a point. */
export function pictogram(x: number, y: number, size: number, name: string, stroke: string): string {
  const half = size / 2
  return `<svg x="${n(x - half)}" y="${n(y - half)}" width="${n(size)}" height="${n(size)}" viewBox="0 0 24 24" fill="none" stroke="${stroke}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${iconShapes(name)}</svg>`
}

/** Use of a drawing. `page`: in a web page, which sizes it; `paper`: at its own size. `file`: alone, with its namespace,
 *  an opaque ground for reading at night, and as wide as its place, as a reader may drop the style sheet. */
type SvgUse = { label: string; usage: 'page' | 'paper' | 'file'; paper: string; className: string }

export function svg(
  { measure, depth, shapes }: ChartDrawing,
  { label, usage, paper, className }: SvgUse,
): string {
  const margin = usage === 'file' ? 3 : 0
  const [width, height] = [measure + 2 * margin, depth + 2 * margin]
  const head = usage === 'file' ? ' xmlns="http://www.w3.org/2000/svg"' : ''
  const size = usage !== 'paper' ? '' : ` width="${n(width)}mm" height="${n(height)}mm"`
  const ground = usage === 'file' ? rect(-margin, -margin, width, height, { fill: paper }) : ''
  const box = `${n(-margin)} ${n(-margin)} ${n(width)} ${n(height)}`
  return `<svg${head} class="${className}" viewBox="${box}"${size} role="img" aria-label="${escapeXml(label)}" font-family="'Source Sans 3', sans-serif">${ground}${usage === 'file' ? keepWidths(shapes) : shapes}</svg>`
}

/** Says how wide each line of text is: a picture in an e-book has no font but the reader's, which may be wider. */
function keepWidths(shapes: string): string {
  return shapes.replace(/<text( [^>]*)>([^<]+)<\/text>/g, (_, attributes: string, words: string) => {
    const face = attributes.includes(faces.figure)
      ? 'figure'
      : attributes.includes(faces.demi)
        ? 'demi'
        : 'texte'
    const size = Number(/ font-size="([^"]+)"/.exec(attributes)?.[1])
    const width = n(textWidth(unescapeHtml(words), face, size))
    return `<text${attributes} textLength="${width}" lengthAdjust="spacingAndGlyphs">${words}</text>`
  })
}

const unescapeHtml = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '"')

/** A drawing in its frame: inline SVG, or a picture that goes with the document in an e-book. */
export function drawChart(drawing: ChartDrawing, label: string, bloc: Bloc, context: RenderContext): string {
  const use = { label, paper: context.couleurs.papier, className: `graphe ${bloc.nom}` }
  if (context.medium !== 'epub') {
    return `<div class="dessin">${svg(drawing, { ...use, usage: context.medium === 'print' ? 'paper' : 'page' })}</div>\n`
  }
  const path = `graphiques/${context.slug}-${context.resources.length + 1}.svg`
  context.resources.push({ path, content: svg(drawing, { ...use, usage: 'file' }) })
  return `<div class="dessin"><img src="${path}" alt="${escapeXml(label)}"/></div>\n`
}

/** The greatest of the values and `floor`. `Math.max(...values)` fails on a table of a hundred thousand rows. */
export function greatest(values: readonly number[], floor = 0): number {
  return values.reduce((most, value) => Math.max(most, value), floor)
}

export function least(values: readonly number[], ceiling = 0): number {
  return values.reduce((fewest, value) => Math.min(fewest, value), ceiling)
}

/** Surfaces of less, in mm, are not drawn: a press does not hold a quarter of a point. Their figures say them. */
export const thinShare = 0.12
