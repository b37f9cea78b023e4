import type { Reading, Readings } from './reading.ts'

/** Readings of the files whose bytes are still the same ones in memory: after an edit, one file is read. */
export function keptBytes(): Readings {
  const readings = new Map<string, { bytes: Uint8Array; reading: Reading<unknown, unknown> }>()
  return {
    of<T, C>(file: string, bytes: Uint8Array, read: () => Reading<T, C>) {
      const former = readings.get(file)
      if (former?.bytes === bytes) return former.reading as Reading<T, C> // put there by the same reading of this file
      const reading = read()
      readings.set(file, { bytes, reading })
      return reading
    },
  }
}
