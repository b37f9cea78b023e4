import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** A file of a kit by itself: what it says, and every problem of it in which no other file has a say. Plain data, which
 *  stays true as long as the bytes of the file, its path and the code that reads it are the same. */
export type Reading<T, C> = {
  /** null: the file is no text, or no page. */
  said: Said<T, C> | null
  diagnostics: Diagnostic[]
}

/** `written` is what its YAML says, right or wrong; `value` is the same where its schema accepts it, else null. */
export type Said<T, C> = { written: unknown; value: T | null; corps: C }

/** What is known of files without reading them. */
export type Readings = {
  /** The reading of a file with these bytes, as it was kept, or else as `read` makes it. */
  of<T, C>(file: string, bytes: Uint8Array, read: () => Reading<T, C>): Reading<T, C>
}

/** Nothing is kept: every file is read. */
export const anew: Readings = { of: (_file, _bytes, read) => read() }
