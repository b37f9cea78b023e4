import { rm } from 'node:fs/promises'
import { listFiles } from '../../disk/list-files.ts'
import { count, type Finding, fault, type Outcome } from '../../judge/check.ts'
import { type BuildOptions, buildEditions } from '../index.ts'
import type { Manifest } from '../manifest.ts'
import { sumsOf } from '../papers/sums.ts'

/** Makes the editions a second time, with nothing kept from any build and another number of tabs, and compares the bytes.
 *  @param first the editions as they were made. @param dir folder for the second ones; removed afterwards */
export async function buildTwice(
  options: BuildOptions,
  first: { dir: string; manifest: Manifest },
  dir: string,
): Promise<Outcome> {
  const second = await buildEditions({ ...options, out: dir, keep: false, jobs: options.jobs === 1 ? 2 : 1 })
  if (second.state === 'refused') throw new Error('a kit without errors was refused')
  const [before, after] = [await linesOf(first.dir), await linesOf(dir)]
  await rm(dir, { recursive: true, force: true })
  const findings = [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter(path => before.get(path) !== after.get(path))
    .map(
      (path): Finding =>
        fault(
          path,
          before.has(path) && after.has(path)
            ? 'Le fichier change d’une fabrication à l’autre.'
            : 'Le fichier n’est fabriqué qu’une fois sur deux.',
        ),
    )
  return {
    state: 'verifie',
    evidence: `${count(before.size, 'fichier')} fabriqués deux fois à la même date, la seconde sans rien reprendre, et comparés par SHA-256`,
    findings,
  }
}

async function linesOf(dir: string): Promise<Map<string, string>> {
  const lines = (await sumsOf(dir, listFiles(dir))).split('\n').filter(Boolean)
  return new Map(lines.map(line => [line.slice(66), line.slice(0, 64)]))
}
