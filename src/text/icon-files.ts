import { readFileSync } from 'node:fs'

// The one file of src/ that knows a disk. In a browser, a file that holds the icons replaces it (build/atelier/bundle/bundle-atelier.ts).
/** One icon a line: its name, a tab, its shapes. `npm run generate` writes it. */
const table = new URL('./icons.tsv', import.meta.url)
let icons: ReadonlyMap<string, string> | undefined

function readIcons(): ReadonlyMap<string, string> {
  const lines = readFileSync(table, 'utf8').trimEnd().split('\n')
  icons ??= new Map(lines.map(line => line.split('\t') as [string, string]))
  return icons
}

/** The shapes of an icon of lucide in an `<svg>`; null when there is none of that name. */
export function iconFile(name: string): string | null {
  const shapes = (icons ?? readIcons()).get(name)
  return shapes === undefined ? null : `<svg>${shapes}</svg>`
}

/** The names of all icons. */
export const iconNames = (): string[] => [...(icons ?? readIcons()).keys()]
