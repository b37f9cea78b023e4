import { resolve } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Kit } from '../kit.ts'
import { parseBody } from '../markdown/parse.ts'
import { buildKit } from './build-kit.ts'
import { judge } from './check-kit.ts'
import { openReadings, type Shelf } from './kept-readings.ts'

/** Reads and checks the kit in the folder `dir`. Every problem of every file is told, sorted; places are relative to
 *  `dir`. With errors, the kit holds the fiches and pages that have none in their front matter; it is null when
 *  `kit.yaml` itself cannot be used. Text never makes it throw; a disk that fails does.
 *  @param shelf where the readings of unchanged files are kept; they say what a reading would say anew */
export async function readKit(
  dir: string,
  shelf: Shelf | null = null,
): Promise<{ kit: Kit | null; diagnostics: Diagnostic[] }> {
  const readings = await openReadings(shelf)
  const { draft, diagnostics } = await judge(resolve(dir), parseBody, readings)
  const fresh = readings.pack()
  if (fresh) await shelf?.write(fresh)
  return { kit: draft && buildKit(draft), diagnostics }
}
