import type { PackedQuestions, SearchDocument } from './documents.ts'
import { packSorted, signOf, unpackSorted, valueAt } from './pack-words.ts'
import { plainWordsOf } from './words.ts'

/** A question that readers asked, and the addresses of the pages that answer, relative to the site. */
export type Question = { mots: string; pages: readonly string[] }

/** What was learned: how much a word, by its stem, speaks for each document (by its number); undefined: no question has it. */
export type Learned = (stem: string) => readonly (readonly [document: number, weight: number])[] | undefined

/** Steps of a weight. */
const STEPS = 3

/** Which words lead to which page: the logarithm of how much more of the questions with a word a document answers than of all questions.
 *  A question with several pages is a part of each. @param stems of the index, sorted */
export function learn(
  questions: readonly Question[],
  documents: readonly SearchDocument[],
  stems: readonly string[],
): PackedQuestions {
  const numbers = new Map<string, number>()
  for (const [number, document] of documents.entries())
    for (const address of addressesOf(document)) if (!numbers.has(address)) numbers.set(address, number)
  const answered = new Map<number, number>()
  const answeredWith = new Map<string, Map<number, number>>()
  for (const { mots, pages } of questions) {
    const right = new Set(pages.flatMap(page => numbers.get(page.replace(/#.*/, '')) ?? []))
    for (const number of right) {
      const part = 1 / right.size
      answered.set(number, (answered.get(number) ?? 0) + part / questions.length)
      for (const stem of stemsOf(mots)) {
        const counts = answeredWith.get(stem) ?? new Map<number, number>()
        answeredWith.set(stem, counts.set(number, (counts.get(number) ?? 0) + part))
      }
    }
  }
  const pack = (stem: string) =>
    [...(answeredWith.get(stem) ?? [])]
      .sort(([one], [other]) => one - other)
      .map(([number, count]) => {
        const weight = Math.log(1 + count / (answered.get(number) ?? 1))
        return signOf(number) + signOf(Math.round(weight * STEPS))
      })
      .join('')
  const held = new Set(stems)
  const others = [...answeredWith.keys()].filter(stem => !held.has(stem)).sort()
  return { stems: packSorted(others), weights: [...stems, ...others].map(pack).join(' ') }
}

/** @param stems of the index, sorted */
export function openQuestions(packed: PackedQuestions, stems: readonly string[]): Learned {
  const weights = packed.weights.split(' ')
  const numberOf = new Map([...stems, ...unpackSorted(packed.stems)].map((stem, number) => [stem, number]))
  return stem => {
    const pairs = weights[numberOf.get(stem) ?? -1]
    if (!pairs) return undefined
    return Array.from({ length: pairs.length / 2 }, (_, at): [number, number] => [
      valueAt(pairs, 2 * at),
      valueAt(pairs, 2 * at + 1) / STEPS,
    ])
  }
}

/** How much the words of a query speak for each document that questions with them led to. */
export function learnedOf(query: string, learned: Learned): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const stem of stemsOf(query))
    for (const [number, weight] of learned(stem) ?? []) sums.set(number, (sums.get(number) ?? 0) + weight)
  return sums
}

const stemsOf = (text: string) => new Set(plainWordsOf(text).map(({ stem }) => stem))

/** As questions name it: a fiche by the address that it has or will have, a file by its folder. */
const addressesOf = ({ adresse, parties }: SearchDocument): string[] => {
  const [announced = ''] = parties[0]?.ancre?.match(/(?<=^a-paraitre-).+/) ?? []
  const path = adresse.replace(/\/$/, '')
  return announced ? [`fiches/${announced}`] : [path, path.replace(/\/.*/, '')]
}
