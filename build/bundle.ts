import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'

/** Files of a finished edition: path with `/` → bytes. */
export type Bundle = Readonly<Record<string, Uint8Array>>

/** Packs without compressing: what goes in is compressed already, or read back at once. */
export const pack = (bundle: Bundle): Uint8Array =>
  zipSync(bundle, { level: 0, mtime: '1980-01-01T00:00:00' })

export const unpack = (bytes: Uint8Array): Bundle => unzipSync(bytes)

/** Reads a folder whole. */
export async function readFolder(dir: string): Promise<Bundle> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const files = await Promise.all(
    paths
      .sort()
      .map(async path => [path.slice(dir.length + 1).replaceAll('\\', '/'), await readFile(path)] as const),
  )
  return Object.fromEntries(files)
}

/** Writes the files under `dir`. */
export async function writeFolder(dir: string, bundle: Bundle): Promise<void> {
  for (const [path, bytes] of Object.entries(bundle)) {
    const target = join(dir, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
}
