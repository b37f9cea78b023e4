import { readKitFolder } from '../../src/content/read-kit.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Kit } from '../../src/kit.ts'
import { diskFolder } from './disk-folder.ts'
import { openReadings, type ReadingShelf } from './kept-readings.ts'

/** Reads and checks the kit in the folder `dir`, as `readKitFolder` does.
 *  @param shelf where the readings of unchanged files are kept; they say what a reading would say anew */
export async function readKit(
  dir: string,
  shelf: ReadingShelf | null = null,
): Promise<{ kit: Kit | null; diagnostics: Diagnostic[] }> {
  const readings = await openReadings(shelf)
  const { kit, diagnostics } = await readKitFolder(diskFolder(dir), readings)
  const fresh = readings.pack()
  if (fresh) await shelf?.write(fresh)
  return { kit, diagnostics }
}

/** Every problem of every file of the kit in the folder `dir`, as `readKit` tells them.
 *  @param shelf where `readKit` keeps its readings: they are taken, and none is put there */
export const checkKit = async (
  dir: string,
  shelf: Pick<ReadingShelf, 'read'> | null = null,
): Promise<Diagnostic[]> => (await readKitFolder(diskFolder(dir), await openReadings(shelf))).diagnostics
