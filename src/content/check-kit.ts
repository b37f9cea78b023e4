import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { type CorpsLu, readBody } from '../markdown/read-body.ts'
import { checks } from './checks/index.ts'
import type { Draft } from './draft.ts'
import { type ReadBody, readDraft } from './read-draft.ts'

/** Every problem of every file of the kit in the folder `dir`, as `readKit` tells them, in half its time: no body is set,
 *  and none is kept. */
export async function checkKit(dir: string): Promise<Diagnostic[]> {
  return (await judge(resolve(dir), readBody)).diagnostics
}

/** Reads the kit in the folder `dir`, absolute, and tells every problem of it, sorted. The draft is null when there is no
 *  such folder. */
export async function judge<C extends CorpsLu>(
  dir: string,
  read: ReadBody<C>,
): Promise<{ draft: Draft<C> | null; diagnostics: Diagnostic[] }> {
  if (!(await isFolder(dir)))
    return { draft: null, diagnostics: [diagnose('dossier-absent', { file: '', line: 1, column: 1 })] }
  const { draft, diagnostics } = await readDraft(dir, read)
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
