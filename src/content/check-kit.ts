import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { type CorpsLu, readBody } from '../markdown/read-body.ts'
import { checks } from './checks/index.ts'
import type { Draft } from './draft.ts'
import { type KeptReadings, openReadings, type Shelf } from './kept-readings.ts'
import { readDraft } from './read-draft.ts'
import type { ReadBody } from './read-sheet.ts'

/** Every problem of every file of the kit in the folder `dir`, as `readKit` tells them, in half its time: no body is set.
 *  @param shelf where `readKit` keeps its readings: they are taken, and none is put there, as a build needs more of a body */
export async function checkKit(dir: string, shelf: Pick<Shelf, 'read'> | null = null): Promise<Diagnostic[]> {
  return (await judge(resolve(dir), readBody, await openReadings(shelf))).diagnostics
}

/** Reads the kit in the folder `dir`, absolute, and tells every problem of it, sorted. The draft is null when there is no
 *  such folder. */
export async function judge<C extends CorpsLu>(
  dir: string,
  read: ReadBody<C>,
  readings: Pick<KeptReadings, 'of'>,
): Promise<{ draft: Draft<C> | null; diagnostics: Diagnostic[] }> {
  if (!(await isFolder(dir)))
    return { draft: null, diagnostics: [diagnose('dossier-absent', { file: '', line: 1, column: 1 })] }
  const { draft, diagnostics } = await readDraft(dir, read, readings)
  return { draft, diagnostics: sortDiagnostics([...diagnostics, ...checks.flatMap(check => check(draft))]) }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
      return false
    throw error
  }
}
