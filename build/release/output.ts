import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Digest, digestOf } from '../disk/manifest.ts'

/** Puts a file into the folder of an output that is being filled, once.
 *  @param path from the folder, with `/` */
export function putFile(dir: string, path: string, bytes: Uint8Array): Digest {
  const target = join(dir, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, bytes, { flag: 'wx' })
  return digestOf(bytes)
}
