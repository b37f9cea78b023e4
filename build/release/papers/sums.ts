import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../disk/files.ts'

/** `SHA256SUMS`, as `sha256sum --check` reads it.
 *  @param paths relative to `dir`, with `/` */
export async function sumsOf(dir: string, paths: readonly string[]): Promise<string> {
  const lines: string[] = []
  for (const path of paths.toSorted()) lines.push(`${sha256(await readFile(join(dir, path)))}  ${path}\n`)
  return lines.join('')
}
