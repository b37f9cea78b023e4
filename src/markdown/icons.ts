import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// A kit draws some forty of two thousand icons: each is read at first use.
const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons')
const shapesOf = new Map<string, string>()

/** Names are written by authors: none may leave the folder. */
const pathOf = (name: string): string | null =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? join(folder, `${name}.svg`) : null

export function isIcon(name: string): boolean {
  let known = found.get(name)
  if (known === undefined) {
    const path = pathOf(name)
    known = path !== null && existsSync(path)
    found.set(name, known)
  }
  return known
}

/** Whether a name that was asked for is an icon's. */
const found = new Map<string, boolean>()

export function iconNames(): string[] {
  return readdirSync(folder).flatMap(file => (file.endsWith('.svg') ? [file.slice(0, -'.svg'.length)] : []))
}

/** The shapes of a lucide icon on its 24 × 24 grid. Every shape states its fill, as print-safe SVG must.
 *  @throws when the name is no icon: `parseBody` has told the author before. */
export function iconShapes(name: string): string {
  let shapes = shapesOf.get(name)
  if (shapes === undefined) {
    const path = pathOf(name)
    if (path === null || !existsSync(path)) throw new Error(`Unknown lucide icon: ${name}`)
    shapes = readShapes(readFileSync(path, 'utf8'))
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
  const known = drawn.get(name)
  if (known !== undefined) return known
  const svg = `<svg class="picto" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${iconShapes(name)}</svg>`
  drawn.set(name, svg)
  return svg
}

/** Icons as they were written before: a kit uses few of them, many times. */
const drawn = new Map<string, string>()
