import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Kit } from '../kit.ts'
import { parseBody } from '../markdown/parse.ts'
import { buildKit } from './build-kit.ts'
import { judge } from './check-kit.ts'
import type { KitFolder } from './kit-folder.ts'
import { anew, type Readings } from './reading.ts'

/** Reads and checks a kit. Every problem of every file is reported, sorted; places are relative to its folder. With errors, the
 *  kit holds the fiches and pages that have none in their front matter; it is null when `kit.yaml` itself cannot be used.
 *  Text never makes it throw; a disk that fails does. */
export async function readKitFolder(
  folder: KitFolder,
  readings: Readings = anew,
): Promise<{ kit: Kit | null; diagnostics: Diagnostic[] }> {
  const { draft, diagnostics } = await judge(folder, parseBody, readings)
  return { kit: draft && buildKit(draft), diagnostics }
}
