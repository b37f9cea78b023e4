import { type Dirent, readFileSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import {
  type FolderEntry,
  type Kit,
  type KitFolder,
  readKitFolder,
  type Unreadable,
} from '../../../src/kit/index.ts'
import type { Problem } from '../../../src/problems/index.ts'
import { codeOf } from './files.ts'

/** Reads and checks the kit in `dir`. */
export const readKit = (dir: string): Promise<{ kit: Kit | null; problems: Problem[] }> =>
  readKitFolder(diskFolder(dir))

/** Opens the folder of a kit on a disk. */
export function diskFolder(path: string): KitFolder {
  const dir = resolve(path)
  return {
    dir,
    list: folder => listFolder(dir, folder),
    read: file => read(join(dir, file)),
    isDrawable,
  }
}

/** Reads all pixels of a photograph. A browser shows the intact part of a damaged one and reports nothing. */
async function isDrawable(photograph: Uint8Array): Promise<boolean> {
  // Loaded with the first picture: most kits have none, and the library is large.
  const { default: sharp } = await import('sharp')
  const reading = sharp(photograph, { failOn: 'warning' }).resize(8).raw().toBuffer()
  return reading.then(
    () => true,
    () => false,
  )
}

async function listFolder(dir: string, folder: string): Promise<FolderEntry[] | null | 'droits'> {
  const path = join(dir, folder)
  let entries: Dirent[]
  try {
    if (!(await stat(path)).isDirectory()) return null
    entries = await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    if (reasons[codeOf(error)] === 'droits') return 'droits'
    throw error
  }
  const root = await realpath(dir)
  return Promise.all(
    entries.map(async entry => ({
      name: entry.name,
      kind: await kindOf(entry, join(path, entry.name), root),
    })),
  )
}

async function kindOf(entry: Dirent, path: string, root: string): Promise<FolderEntry['kind']> {
  if (entry.isSymbolicLink() && (await leadsOut(path, root))) return 'dehors'
  if (entry.isDirectory()) return 'dossier'
  if (entry.isFile()) return 'fichier'
  const stats = await stat(path).catch(() => null) // a link to nothing is left to whoever reads it
  return stats !== null && !stats.isFile() && !stats.isDirectory() ? 'special' : 'fichier'
}

/** Tells whether the link at `path` leads out of `root`. A link to nothing is left to its reader. */
async function leadsOut(path: string, root: string): Promise<boolean> {
  try {
    const target = await realpath(path)
    return target !== root && !target.startsWith(root + sep)
  } catch (error) {
    // A link that may not be followed is left to its reader too.
    if (reasons[codeOf(error)] !== undefined) return false
    throw error
  }
}

function read(path: string): Uint8Array | Unreadable {
  try {
    return readFileSync(path)
  } catch (error) {
    const reason = reasons[codeOf(error)]
    if (reason === undefined) throw error
    return reason
  }
}

const reasons: Record<string, Unreadable> = {
  ENOENT: 'absent',
  ELOOP: 'boucle',
  EISDIR: 'dossier',
  EACCES: 'droits',
  EPERM: 'droits',
}
