import { nearestFew } from '../problems/index.ts'
import { iconFile, iconNames } from './icon-files.ts'
import french from './pictos.json' with { type: 'json' }

/** Name of a pictogram → what it stands for, in French: those that a text on public action needs. Any other icon may be written. */
export const pictos: Readonly<Record<string, string>> = french

/** Shapes of each requested icon; null: unknown name. */
const shapesOf = new Map<string, string | null>()

export const isIcon = (name: string): boolean => knownShapes(name) !== null

/** Names up to three icons close to an unknown name, in words. */
export const nearIcons = (name: string): string =>
  nearestFew(name, iconNames(), 3).join(', ') || 'house, leaf, users'

/** The shapes of a lucide icon on its 24 × 24 grid. Every shape states its fill, as print-safe SVG must.
 *  @throws when the name is no icon: `parseBody` reports it before. */
export function iconShapes(name: string): string {
  const shapes = knownShapes(name)
  if (shapes === null) throw new Error(`Unknown lucide icon: ${name}`)
  return shapes
}

function knownShapes(name: string): string | null {
  let shapes = shapesOf.get(name)
  if (shapes === undefined) {
    const file = iconFile(name)
    shapes = file === null ? null : readShapes(file)
    shapesOf.set(name, shapes)
  }
  return shapes
}

function readShapes(svg: string): string {
  const inside = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1)
  return [...inside.matchAll(/<(\w+)\s+([^>]*?)\s*\/>/g)]
    .map(
      ([, tag, attributes = '']) =>
        `<${tag}${/\bfill=/.test(attributes) ? '' : ' fill="none"'} ${attributes}/>`,
    )
    .join('')
}

/** A lucide icon as inline SVG in the colour of the text; its size is left to the style sheet. */
export function icon(name: string): string {
  return `<svg class="picto" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${iconShapes(name)}</svg>`
}
