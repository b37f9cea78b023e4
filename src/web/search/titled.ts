import type { Engine, SearchHit } from './answer.ts'
import type { SearchDocument } from './documents.ts'
import { fold } from './words.ts'

/** An engine that finds each document by its whole title too: its words may all be such as no search looks for. */
export function titled(documents: readonly SearchDocument[], engine: Engine): Engine {
  const byTitle = new Map<string, SearchDocument[]>()
  for (const document of documents)
    for (const { titre } of document.parties.slice(0, 1))
      byTitle.set(lettersOf(titre), [...(byTitle.get(lettersOf(titre)) ?? []), document])
  return {
    search(query, famille) {
      const answer = engine.search(query, famille)
      const missed = (byTitle.get(lettersOf(query)) ?? []).filter(
        document =>
          (famille === null || document.famille === famille) &&
          !answer.found.some(hit => hit.document === document),
      )
      return missed.length === 0 ? answer : { ...answer, found: [...missed.map(asHit), ...answer.found] }
    },
  }
}

const lettersOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const asHit = (document: SearchDocument): SearchHit => ({
  document,
  parts: document.parties.slice(0, 1),
  stems: new Set(),
})
