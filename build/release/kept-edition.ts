import { pack, unpack } from '../store/bundle.ts'
import type { Cache } from '../store/cache.ts'
import type { Content } from './output.ts'

/** The files of an edition, by their paths. */
export type Files = Readonly<Record<string, Content>>

/** Where an edition names its files that the cache has already, under keys of their own. */
const REFERENCES = 'renvois.json'

/** Keeps an edition; a file that has a key is named by it. */
export async function keepEdition(cache: Cache, key: string, files: Files): Promise<void> {
  const own: Record<string, Uint8Array> = {}
  const references: Record<string, string> = {}
  for (const [path, content] of Object.entries(files))
    if (content.key !== undefined) references[path] = content.key
    else if (content.bytes) own[path] = content.bytes
  await cache.write(key, pack({ ...own, [REFERENCES]: Buffer.from(JSON.stringify(references)) }))
}

/** An edition as it was kept, with all its bytes; undefined where any of its files is not kept any more. */
export async function recallEdition(cache: Cache, key: string): Promise<Files | undefined> {
  const found = await cache.read(key)
  if (!found) return undefined
  const { [REFERENCES]: told, ...own } = unpack(found)
  const files: Record<string, Content> = {}
  for (const [path, bytes] of Object.entries(own)) files[path] = { bytes }
  const references: Record<string, string> = told ? JSON.parse(new TextDecoder().decode(told)) : {}
  for (const [path, key] of Object.entries(references)) {
    const bytes = await cache.read(key)
    if (!bytes) return undefined
    files[path] = { bytes, key }
  }
  return files
}

/** The bytes of a file of an edition. @throws Error when the edition lacks them */
export function bytesOf(files: Files, path: string): Uint8Array {
  const bytes = files[path]?.bytes
  if (!bytes) throw new Error(`the edition has no ${path}`)
  return bytes
}
