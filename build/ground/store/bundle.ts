import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { listFiles } from '../disk/files.ts'

/** Files of a finished edition: path with `/` → bytes. */
export type Bundle = Readonly<Record<string, Uint8Array>>

/** A bundle of texts. */
export function bundleOf(texts: Readonly<Record<string, string>>): Bundle {
  const encoder = new TextEncoder()
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)]))
}

/** Packs files in one piece, not compressed: what is kept is read back soon and often. */
export const pack = (bundle: Bundle): Uint8Array => zipSync(bundle, { level: 0, mtime: FIRST_DAY })

/** Dates every entry on the first day that a zip can name: the same files give the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1)

/** Unpacks a bundle, each file with bytes of its own: a view would carry all of them to another thread. */
export const unpack = (bytes: Uint8Array): Bundle => unzipSync(bytes)

/** Reads a folder whole, its files in the order of their paths. */
export function readFolder(dir: string): Bundle {
  // At once, as are writes: the round trips of a promised read cost more than the read of so small a file.
  return Object.fromEntries(listFiles(dir).map(path => [path, readFileSync(join(dir, path))]))
}
