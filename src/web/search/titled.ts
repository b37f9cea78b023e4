import { fold } from '../../fold.ts'
import type { Engine, SearchHit } from './answer.ts'
import type { SearchDocument } from './documents.ts'
import { subjectOf } from './subject.ts'

/** An engine that puts first a document whose whole title is typed, or its kind and number (« fiche 8 », « levier 8 », « fiche levier n° 8 »): their words may
 *  all be such as no search looks for. */
export function titled(documents: readonly SearchDocument[], engine: Engine): Engine {
  const byName = new Map<string, SearchDocument[]>()
  for (const document of documents)
    for (const name of namesOf(document)) byName.set(name, [...(byName.get(name) ?? []), document])
  return {
    search(query, famille) {
      const answer = engine.search(query, famille)
      const named = (byName.get(lettersOf(query)) ?? byName.get(lettersOf(subjectOf(query))) ?? []).filter(
        document => famille === null || document.famille === famille,
      )
      if (named.length === 0) return answer
      const hits = named.map(
        document => answer.found.find(hit => hit.document === document) ?? asHit(document),
      )
      return { ...answer, found: [...hits, ...answer.found.filter(hit => !hits.includes(hit))] }
    },
  }
}

const namesOf = ({ genre, parties }: SearchDocument): string[] => {
  const [whole = '', kind = '', family = '', number = ''] = lettersOf(genre).match(/^(\S+) (.*?)(\d+)$/) ?? []
  const numbered = number === '' ? [] : [whole, `${kind} ${number}`, family + number]
  return [...parties.slice(0, 1).map(({ titre }) => lettersOf(titre)), ...new Set(numbered)]
}

const lettersOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ n(?:o|um|umero)?(?= \d)/, '')
    .trim()

const asHit = (document: SearchDocument): SearchHit => ({
  document,
  parts: document.parties.slice(0, 1),
  stems: new Set(),
})
