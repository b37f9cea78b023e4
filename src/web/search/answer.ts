import type { Part, SearchDocument } from './documents.ts'

/** A document that answers: its best part first, then other parts that answer too. `stems` are the words to mark. */
export type SearchHit = { document: SearchDocument; parts: Part[]; stems: ReadonlySet<string> }

export type Answer = {
  found: SearchHit[]
  /** The query as it was probably meant, when it was searched for instead. */
  corrected: string | null
  /** Words of the query, as typed, that the kit does not hold. */
  unheld: readonly string[]
}

export type Engine = {
  /** @param famille id of a family to keep to */
  search(query: string, famille: string | null): Answer
}
