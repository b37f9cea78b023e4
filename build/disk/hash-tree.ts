import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './code-of.ts'
import { type Below, listBelow } from './list-files.ts'

/** SHA-256 of every file below `names`, paths included, and of where each link leads. A file that is not there or may not be read
 *  counts by the reason why: whoever needs it tells of it. What a link leads to is a file of the folder too, or an error that the
 *  reading of a kit tells.
 *  @param names files and folders, from `root`. @param counts whether a path below one of them does
 *  @throws the fault of a folder that may not be read, or of a disk */
export function hashTree(root: string, names: readonly string[], counts = (_path: string) => true): string {
  const hash = createHash('sha256')
  for (const { path, kind } of names.flatMap(name => entriesOf(root, name, counts))) {
    const content = read(join(root, path), kind)
    hash.update(`${path}\0${kind}\0`)
    hash.update(typeof content === 'string' ? `${content}\0` : `${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Whatever lies below `name`, by its path from `root`; the path itself when it is no folder. */
function entriesOf(root: string, name: string, counts: (path: string) => boolean): Below[] {
  try {
    return listBelow(join(root, name))
      .filter(({ path }) => counts(path))
      .map(({ path, kind }) => ({ path: `${name}/${path}`, kind }))
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR' || codeOf(error) === 'ENOENT') return [{ path: name, kind: 'fichier' }]
    throw error
  }
}

function read(path: string, kind: Below['kind']): Buffer | string {
  try {
    if (kind === 'autre') return ''
    // At once: the round trips of a promised read cost more than the read of so small a file.
    return kind === 'lien' ? readlinkSync(path) : readFileSync(path)
  } catch (error) {
    if (!UNREADABLE.has(codeOf(error))) throw error
    return codeOf(error)
  }
}

const UNREADABLE = new Set(['ENOENT', 'EACCES', 'EPERM'])
