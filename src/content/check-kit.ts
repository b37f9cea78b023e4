import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { sortDiagnostics } from '../diagnostics/sort-diagnostics.ts'
import { type CorpsLu, readBody } from '../markdown/read-body.ts'
import { checks } from './checks/index.ts'
import type { Draft } from './draft.ts'
import type { KitFolder } from './kit-folder.ts'
import { readDraft } from './read-draft.ts'
import type { ReadBody } from './read-file.ts'
import { anew, type Readings } from './reading.ts'

/** Every problem of every file of a kit, as `readKitFolder` tells them, in half its time: no body is set. */
export const checkKitFolder = async (folder: KitFolder, readings: Readings = anew): Promise<Diagnostic[]> =>
  (await judge(folder, readBody, readings)).diagnostics

/** Reads a kit and tells every problem of it, sorted. The draft is null when there is no such folder. */
export async function judge<C extends CorpsLu>(
  folder: KitFolder,
  read: ReadBody<C>,
  readings: Readings,
): Promise<{ draft: Draft<C> | null; diagnostics: Diagnostic[] }> {
  const drafted = await readDraft(folder, read, readings)
  if (drafted === null)
    return { draft: null, diagnostics: [diagnose('dossier-absent', { file: '', line: 1, column: 1 })] }
  const { draft, diagnostics } = drafted
  return {
    draft,
    diagnostics: sortDiagnostics([...diagnostics, ...checks.flatMap(check => [...check(draft)])]),
  }
}
