import { deserialize, serialize } from 'node:v8'
import type { ReadingShelf } from '../../../build/ground/disk/read-kit.ts'

/** A shelf in memory. */
export type MemoryShelf = ReadingShelf & { bytes: Uint8Array | undefined; writes: number }

export function memoryShelf(): MemoryShelf {
  const shelf: MemoryShelf = {
    bytes: undefined,
    writes: 0,
    read: async () => shelf.bytes,
    async write(bytes) {
      shelf.bytes = bytes
      shelf.writes += 1
    },
  }
  return shelf
}

/** What a kept reading says of a file in place of its problems, so that a test sees whether it was taken. */
export const MARK = 'repris'

/** The content of a shelf, with a problem of its own in each reading. */
export function marked(bytes: Uint8Array): Uint8Array {
  const readings: Map<string, { reading: { problems: unknown[] } }> = deserialize(bytes)
  for (const [file, { reading }] of readings)
    reading.problems = [
      {
        code: 'ligature',
        severity: 'avertissement',
        place: { file, line: 1, column: 1 },
        message: MARK,
        hint: '',
      },
    ]
  return serialize(readings)
}
