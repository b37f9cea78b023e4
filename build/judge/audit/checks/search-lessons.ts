import { parse } from 'yaml'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import type { readSearch } from '../read/search-index.ts'
import { lettersOf } from '../words.ts'

type Search = Pick<
  NonNullable<Awaited<ReturnType<typeof readSearch>>>,
  'documents' | 'synonymes' | 'questions'
>

/** What the authors taught the search: words that mean the same, and questions with the page that answers each. */
export function* inLessons(search: Search, sources: ReadonlyMap<string, string>): Generator<Finding> {
  const groups: unknown = parse(sources.get('recherche.yaml') ?? '')
  if (Array.isArray(groups)) yield* synonymsOf(groups, search)
  const questions: unknown = parse(sources.get('questions.yaml') ?? '')
  if (typeof questions === 'object' && questions !== null) yield* answersOf(Object.keys(questions), search)
}

function* synonymsOf(groups: readonly unknown[], { synonymes }: Search): Generator<Finding> {
  const synonymSets = synonymes.map(group => new Set(group.map(lettersOf)))
  for (const group of groups) {
    const words = Array.isArray(group) ? group.map(String) : []
    if (!synonymSets.some(one => words.every(word => one.has(lettersOf(word)))))
      yield fault(
        'Site, recherche',
        `Elle ne sait pas que « ${words.join(' », « ')} » disent la même chose (recherche.yaml).`,
      )
  }
}

/** @param pages addresses under which readers’ questions are written */
function* answersOf(pages: readonly string[], { documents, questions }: Search): Generator<Finding> {
  for (const page of pages) {
    const at = documents.findIndex(({ adresse }) => bare(adresse) === bare(page))
    // The first share is of the questions that nothing answers.
    if (at >= 0 && !(Number(questions.shares[at + 1]) > 0))
      yield fault(
        'Site, recherche',
        `Elle ne sait pas quelles questions mènent à « ${page} » (questions.yaml).`,
      )
  }
}

const bare = (address: string) => address.replace(/^\/|\/$/g, '')
