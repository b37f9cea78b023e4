import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiles } from '../disk/list-files.ts'

/** Files of a finished edition: path with `/` → bytes. */
export type Bundle = Readonly<Record<string, Uint8Array>>

/** The length of the list, in bytes, before the list of the files and the files themselves. */
const LENGTH_BYTES = 4

/** Packs files in one piece. It is read back by this press alone, and what is kept carries its own hash: neither compression
 *  nor checksums are worth their time. */
export function pack(bundle: Bundle): Uint8Array {
  const files = Object.entries(bundle)
  const list = Buffer.from(JSON.stringify(files.map(([path, { byteLength }]) => [path, byteLength])))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(list.byteLength)
  return Buffer.concat([length, list, ...files.map(([, bytes]) => bytes)])
}

/** The files of a packed bundle, each with bytes of its own: a view would carry all of them wherever it is sent. */
export const unpack = (bytes: Uint8Array): Bundle =>
  Object.fromEntries(Object.entries(viewsOf(bytes)).map(([path, view]) => [path, new Uint8Array(view)]))

/** The files of a packed bundle as views of it, for who reads them here: nothing is copied. */
function viewsOf(bytes: Uint8Array): Bundle {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = LENGTH_BYTES + packed.readUInt32LE()
  const list = JSON.parse(packed.toString('utf8', LENGTH_BYTES, at)) as [path: string, length: number][]
  return Object.fromEntries(
    list.map(([path, length]) => {
      const from = at
      at += length
      return [path, packed.subarray(from, at)]
    }),
  )
}

/** Reads a folder whole, its files in the order of their paths. */
export function readFolder(dir: string): Bundle {
  // At once, as are writes: the round trips of a promised read cost more than the read of so small a file.
  return Object.fromEntries(listFiles(dir).map(path => [path, readFileSync(join(dir, path))]))
}

/** Writes the files under `dir`. */
export function writeFolder(dir: string, bundle: Bundle): void {
  const folders = new Set<string>()
  for (const [path, bytes] of Object.entries(bundle)) {
    const target = join(dir, path)
    const folder = dirname(target)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    writeFileSync(target, bytes)
  }
}
