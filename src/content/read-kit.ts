import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import type { Kit } from '../kit.ts'
import { buildKit } from './build-kit.ts'
import { checks } from './checks/index.ts'
import { readDraft } from './read-draft.ts'

/** Reads and checks the kit in the folder `dir`. Every problem of every file is told, sorted; places are relative to
 *  `dir`. With errors, the kit holds the fiches and pages that have none in their front matter; it is null when
 *  `kit.yaml` itself cannot be used. Text never makes it throw; a disk that fails does. */
export async function readKit(dir: string): Promise<{ kit: Kit | null; diagnostics: Diagnostic[] }> {
  const absolute = resolve(dir)
  if (!(await isFolder(absolute))) {
    return {
      kit: null,
      diagnostics: [diagnose('dossier-absent', { file: '', line: 1, column: 1 })],
    }
  }
  const { draft, diagnostics } = await readDraft(absolute)
  const all = [...diagnostics, ...checks.flatMap(check => check(draft))]
  return { kit: buildKit(draft), diagnostics: sortDiagnostics(all) }
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
