import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { memoryFolder } from '../../../src/kit/kit-folder.ts'
import type { Reading, Readings } from '../../../src/kit/read-file.ts'
import { readKitFolder } from '../../../src/kit/read-kit.ts'
import type { Problem } from '../../../src/problems/problem.ts'
import { editFiles, editKit } from './edit-kit.ts'
import type { Files } from './file-verbs.ts'

/** Readings by path and bytes. Hundreds of cases share all files but one: each is read once. `kept-readings.test.ts` holds that a
 *  reading says what the file says anew. */
const shared = new Map<string, Reading<unknown, unknown>>()
const readings: Readings = {
  of<T, C>(file: string, bytes: Uint8Array, read: () => Reading<T, C>) {
    const key = `${file}\0${Buffer.from(bytes).toString('latin1')}`
    const reading = shared.get(key) ?? read()
    shared.set(key, reading)
    // The same code put it there, for a file of this path.
    return reading as Reading<T, C>
  },
}

/** What `kit check` says of an edited kit, that lies in memory where it asks for nothing of a disk. */
export async function checkEdited(edits = ''): Promise<Problem[]> {
  const { files, onDisk } = await editFiles(null, edits)
  return onDisk.length > 0 ? checkEditedOnDisk(edits) : checkFiles(files)
}

/** The same of a kit by its files. */
export const checkFiles = async (files: Files): Promise<Problem[]> =>
  (await readKitFolder(memoryFolder(files), readings)).problems

/** The same of a folder that is written and read anew. */
export async function checkEditedOnDisk(edits = ''): Promise<Problem[]> {
  await using kit = await editKit(null, edits)
  return (await readKit(kit.dir)).problems
}
