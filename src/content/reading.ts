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
