import { type Dirent, readFileSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import {
  anew,
  type FolderEntry,
  type Kit,
  type KitFolder,
  type Reading,
  type Readings,
  readKitFolder,
  type Unreadable,
} from '../../../src/kit/index.ts'
import type { Problem } from '../../../src/problems/index.ts'
import { codeOf, sha256 } from './files.ts'

/** Reads and checks the kit in `dir`. `shelf` holds the readings of unchanged files. */
export async function readKit(
  dir: string,
  shelf: ReadingShelf | null = null,
): Promise<{ kit: Kit | null; problems: Problem[] }> {
  const readings = await openReadings(shelf)
  const { kit, problems } = await readKitFolder(diskFolder(dir), readings)
  const fresh = readings.pack()
  if (fresh) await shelf?.write(fresh)
  return { kit, problems }
}

/** Finds the problems of the kit in `dir`. Readings are taken from the shelf and not put there: a build needs more of a body. */
export const checkKit = async (
  dir: string,
  shelf: Pick<ReadingShelf, 'read'> | null = null,
): Promise<Problem[]> => (await readKitFolder(diskFolder(dir), await openReadings(shelf))).problems

/** Stores the readings of a kit in one piece, whole or not at all, for the same code on the same Node. */
export type ReadingShelf = {
  read(): Promise<Uint8Array | undefined>
  write(bytes: Uint8Array): Promise<void>
}

type KeptReadings = Readings & {
  /** Packs the readings of this run for the shelf; null: it holds them already. */
  pack(): Uint8Array | null
}

/** Opens the kept readings of a shelf; without a shelf there are none. */
async function openReadings(shelf: Pick<ReadingShelf, 'read'> | null): Promise<KeptReadings> {
  if (shelf === null) return { ...anew, pack: () => null }
  const packed = await shelf.read()
  const former: Entries = packed ? deserialize(packed) : new Map()
  const current: Entries = new Map()
  let isFresh = false
  return {
    of<T, C>(file: string, bytes: Uint8Array, read: () => Reading<T, C>) {
      const digest = sha256(bytes)
      let entry = former.get(file)
      if (entry?.digest !== digest) {
        entry = { digest, reading: read() }
        isFresh = true
      }
      current.set(file, entry)
      // The same code put it there, for a file of this path.
      return entry.reading as Reading<T, C>
    },
    pack() {
      return isFresh || former.size > current.size ? serialize(current) : null
    },
  }
}

/** Maps a path to the SHA-256 of its bytes and their reading. Packed by V8: JSON loses values of YAML and what two places share. */
type Entries = Map<string, { digest: string; reading: Reading<unknown, unknown> }>

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
