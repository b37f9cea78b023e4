import { deserialize, serialize } from 'node:v8'
import { anew, type Reading, type Readings } from '../../src/content/read-file.ts'
import { sha256 } from './sha256.ts'

/** Where what was read of a kit's files is kept for the next reading of it, in one piece: some hundreds of small files would
 *  cost more. What comes back is what was put there last by the same code on the same version of Node, whole, or nothing. */
export type ReadingShelf = {
  read(): Promise<Uint8Array | undefined>
  write(bytes: Uint8Array): Promise<void>
}

export type KeptReadings = Readings & {
  /** The readings that were asked for, and no others, for the shelf; null when it holds them, all but a few. */
  pack(): Uint8Array | null
}

/** Opens what is kept on a shelf; without one nothing is. */
export async function openReadings(shelf: Pick<ReadingShelf, 'read'> | null): Promise<KeptReadings> {
  if (shelf === null) return { ...anew, pack: () => null }
  const packed = await shelf.read()
  const former: Entries = packed ? deserialize(packed) : new Map()
  const asked: Entries = new Map()
  let fresh = 0
  return {
    of<T, C>(file: string, bytes: Uint8Array, read: () => Reading<T, C>) {
      const digest = sha256(bytes)
      let entry = former.get(file)
      if (entry?.digest !== digest) {
        entry = { digest, reading: read() }
        fresh += 1
      }
      asked.set(file, entry)
      // The same code put it there, for a file of this path.
      return entry.reading as Reading<T, C>
    },
    pack() {
      const gone = [...former.keys()].filter(file => !asked.has(file)).length
      return (fresh + gone) * FEW > asked.size ? serialize(asked) : null
    },
  }
}

/** Of so many files one is read anew each time rather than all of them packed, which takes longer. */
const FEW = 100

/** By path: the SHA-256 of the bytes that were read, and what was read in them. Unlike JSON, this keeps every value that YAML
 *  knows, and what two places share. */
type Entries = Map<string, { digest: string; reading: Reading<unknown, unknown> }>
