import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleAtelier } from '../../../build/atelier/bundle/bundle-atelier.ts'
import { listBelow } from '../../../build/ground/disk/files.ts'

export const home = fileURLToPath(new URL('../../..', import.meta.url))

/** A module of the atelier as a browser gets it, bundled for one without Node, and run here.
 *  @param source from the folder of the press */
export async function bundled<Module>(source: string): Promise<Module> {
  const dir = mkdtempSync(join(tmpdir(), 'kit-atelier-'))
  try {
    const files = await bundleAtelier(home, { module: source })
    for (const [path, bytes] of files) writeFileSync(join(dir, path), bytes)
    writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
    return (await import(pathToFileURL(join(dir, 'module.js')).href)) as Module
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** The files of a folder as a browser holds them: links are followed, and one that leads nowhere is not there. */
export function filesIn(dir: string): Map<string, Uint8Array> {
  const below = existsSync(dir) ? listBelow(dir) : []
  return new Map(
    below.flatMap(({ path }) => {
      const stats = statSync(join(dir, path), { throwIfNoEntry: false })
      return stats?.isFile() ? [[path, new Uint8Array(readFileSync(realpathSync(join(dir, path))))]] : []
    }),
  )
}
