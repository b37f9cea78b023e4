import { type Dirent, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What lies below a folder, by its path relative to it, with `/`. */
export type Below = { path: string; kind: 'fichier' | 'lien' | 'autre' }

/** Whatever lies below `dir`, folders apart, sorted by path. Links are listed, not followed.
 *  @throws the disk's fault where a folder is not there, or may not be read */
export function listBelow(dir: string): Below[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => ({
      path: relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      kind: kindOf(entry),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The files among them. */
export const listFiles = (dir: string): string[] =>
  listBelow(dir).flatMap(({ path, kind }) => (kind === 'fichier' ? path : []))

const kindOf = (entry: Dirent): Below['kind'] =>
  entry.isFile() ? 'fichier' : entry.isSymbolicLink() ? 'lien' : 'autre'
