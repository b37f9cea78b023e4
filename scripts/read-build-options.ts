import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from './command.ts'

/** ISO date, or seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/). */
export function readDate(iso: string | undefined, epoch: string | undefined): Date | null {
  if (iso === undefined && epoch === undefined) return null
  const date = iso === undefined ? new Date(Number(epoch) * 1000) : new Date(iso)
  if (Number.isNaN(date.getTime()))
    throw new UsageError(
      iso === undefined
        ? `SOURCE_DATE_EPOCH : « ${epoch} » n’est pas un nombre de secondes.`
        : `--date : « ${iso} » n’est pas une date. Écrire par exemple : 2025-11-18.`,
    )
  return date
}

export function readJobs(jobs: string | undefined): number {
  if (jobs === undefined) return Math.min(2, availableParallelism())
  const count = Number(jobs)
  if (!Number.isInteger(count) || count < 1 || count > 16)
    throw new UsageError(`--jobs : « ${jobs} » ne convient pas. Écrire un nombre de 1 à 16.`)
  return count
}

export function readImposition(kind: string | undefined): 'cahier' | undefined {
  if (kind === undefined || kind === 'cahier') return kind
  throw new UsageError(`--imposition : « ${kind} » n’existe pas. Écrire : cahier.`)
}

/** Folder of the accepted pictures. */
export function readReferences(dir: string | undefined, cwd: string): string {
  return dir === undefined
    ? fileURLToPath(new URL('../tests/visual/baselines', import.meta.url))
    : resolve(cwd, dir)
}
