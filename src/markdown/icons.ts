import { createRequire } from 'node:module'

type Node = [tag: string, attributes: Record<string, string>]

// One JSON of every icon's shapes, read at first use: lighter than 2,000 SVG files, and no file is named by an author.
const require = createRequire(import.meta.url)
let nodes: Map<string, Node[]> | null = null

function icons(): Map<string, Node[]> {
  nodes ??= new Map(Object.entries(require('lucide-static/icon-nodes.json') as Record<string, Node[]>))
  return nodes
}

export function isIcon(name: string): boolean {
  return icons().has(name)
}

export function iconNames(): string[] {
  return [...icons().keys()]
}

/** The shapes of a lucide icon on its 24 × 24 grid. Every shape states its fill, as print-safe SVG must.
 *  @throws when the name is no icon: `parseBody` has told the author before. */
export function iconShapes(name: string): string {
  const shapes = icons().get(name)
  if (!shapes) throw new Error(`Unknown lucide icon: ${name}`)
  return shapes
    .map(([tag, attributes]) => {
      const { key: _, ...rest } = attributes
      const written = Object.entries({ fill: 'none', ...rest }).map(
        ([attribute, value]) => ` ${attribute}="${value}"`,
      )
      return `<${tag}${written.join('')}/>`
    })
    .join('')
}

/** A lucide icon as inline SVG in the colour of the text; its size is left to the style sheet. */
export function icon(name: string): string {
  const known = drawn.get(name)
  if (known !== undefined) return known
  const svg = `<svg class="picto" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${iconShapes(name)}</svg>`
  drawn.set(name, svg)
  return svg
}

/** Icons as they were written before: a kit uses few of them, many times. */
const drawn = new Map<string, string>()
