import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// The one file of src/ that knows a disk. In a browser, a file that holds the icons replaces it (build/atelier/bundle/bundle-atelier.ts).
// Icons are read one by one: a kit draws some forty of two thousand, and a command must start fast.
const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons')

/** The drawing of an icon as its package ships it; null when there is none of that name. */
export function iconFile(name: string): string | null {
  // Names are written by authors: none may leave the folder.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return null
  const path = join(folder, `${name}.svg`)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** The names of all icons. */
export function iconNames(): string[] {
  return readdirSync(folder).flatMap(file => (file.endsWith('.svg') ? [file.slice(0, -'.svg'.length)] : []))
}
