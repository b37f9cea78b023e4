import type { PackedQuestions, SearchDocument } from './documents.ts'
import { packSorted, signOf, unpackSorted, valueAt } from './pack-words.ts'
import { plainStemsOf } from './words.ts'

/** A question that readers asked, and the addresses of the pages that answer, relative to the site; « rien »: none does. With commas it
 *  is a list of words; « mots »: they lead nowhere in particular. */
export type Question = { mots: string; pages: readonly string[] }

/** What a query was taught to mean: how much its words speak for each document (by its number), and for none at all. */
export type Taught = { documents: ReadonlyMap<number, number>; nowhere: number }

/** What questions teach. */
export type Learned = {
  taught(query: string): Taught
  /** Whether a list of words has the stem, which is no slip of another then. */
  isWord(stem: string): boolean
  /** Whether questions with the stem were answered. */
  leads(stem: string): boolean
  /** Whether none was. */
  leadsNowhere(stem: string): boolean
}

/** Stands for no document at all, as the number of one. */
const NOWHERE = 0

/** Which words lead to which page, as far as the index or a list of words has them: the others are slips, and names. A question with several
 *  pages is a part of each. @param stems of the index, sorted */
export function learn(
  questions: readonly Question[],
  documents: readonly SearchDocument[],
  stems: readonly string[],
): PackedQuestions {
  const numbers = new Map<string, number>([['rien', NOWHERE]])
  for (const [number, document] of documents.entries())
    for (const address of addressesOf(document)) if (!numbers.has(address)) numbers.set(address, number + 1)
  const answered = Array.from({ length: documents.length + 1 }, () => 0)
  const answeredWith = new Map<string, Map<number, number>>()
  const listed = new Set<string>()
  for (const { mots, pages } of questions) {
    const asked = stemsOf(mots)
    if (mots.includes(', ')) for (const stem of asked) listed.add(stem)
    const right = new Set(pages.flatMap(page => numbers.get(page.replace(/#.*/, '')) ?? []))
    for (const number of right) {
      const part = 1 / right.size
      answered[number] = (answered[number] ?? 0) + part
      for (const stem of asked) {
        const counts = answeredWith.get(stem) ?? new Map<number, number>()
        answeredWith.set(stem, counts.set(number, (counts.get(number) ?? 0) + part))
      }
    }
  }
  for (const stem of stems) listed.delete(stem)
  const words = [...listed].sort()
  const rows = [...stems, ...words].map(stem =>
    [...(answeredWith.get(stem) ?? [])].sort(([one], [other]) => one - other),
  )
  return {
    words: packSorted(words),
    pages: rows.map(row => row.map(([number]) => signOf(number)).join('')).join(' '),
    counts: rows
      .flat()
      .map(([, count]) => signOf(Math.max(0, ONCE + Math.round(Math.log2(count)))))
      .join(''),
    shares: answered.map(count => Number((count / questions.length).toPrecision(2))),
  }
}

/** What stands for a count of one: its logarithm is told, and some are parts of one. */
const ONCE = 4

/** What one word speaks for a document: the logarithm of how much more of the questions with it the document answers than of all questions.
 *  A page that hardly any question leads to is no answer for one word that one of them had. @param share of all questions */
const weightOf = (count: number, share: number) => Math.log(1 + count / Math.max(SELDOM, share))

/** Questions that a page answers at least, as a share of all. */
const SELDOM = 0.003

/** @param stems of the index, sorted */
export function openQuestions(packed: PackedQuestions, stems: readonly string[]): Learned {
  const words = unpackSorted(packed.words)
  const rows = new Map<string, { pages: string; from: number }>()
  const pages = packed.pages.split(' ')
  let from = 0
  for (const [number, stem] of [...stems, ...words].entries()) {
    const row = { pages: pages[number] ?? '', from }
    from += row.pages.length
    if (row.pages !== '') rows.set(stem, row)
  }
  const weightsOf = (stem: string): [number: number, weight: number][] => {
    const { pages = '', from = 0 } = rows.get(stem) ?? {}
    return Array.from(pages, (_, at) => {
      const number = valueAt(pages, at)
      const count = 2 ** (valueAt(packed.counts, from + at) - ONCE)
      return [number, weightOf(count, packed.shares[number] ?? 1)]
    })
  }
  const listed = new Set(words)
  const taughtBy = (asked: Iterable<string>): Taught => {
    const documents = new Map<number, number>()
    let nowhere = 0
    for (const stem of asked)
      for (const [number, weight] of weightsOf(stem))
        if (number === NOWHERE) nowhere += weight
        else documents.set(number - 1, (documents.get(number - 1) ?? 0) + weight)
    return { documents, nowhere }
  }
  return {
    taught: query => taughtBy(stemsOf(query)),
    isWord: stem => listed.has(stem),
    leads(stem) {
      const { documents, nowhere } = taughtBy([stem])
      return Math.max(0, ...documents.values()) > nowhere
    },
    leadsNowhere(stem) {
      const { documents, nowhere } = taughtBy([stem])
      return nowhere > 0 && documents.size === 0
    },
  }
}

const stemsOf = (text: string) => new Set(plainStemsOf(text))

/** As questions name it: a fiche by the address that it has or will have, a file by its folder. */
const addressesOf = ({ adresse, parties }: SearchDocument): string[] => {
  const [announced = ''] = parties[0]?.ancre?.match(/(?<=^a-paraitre-).+/) ?? []
  const path = adresse.replace(/\/$/, '')
  return announced ? [`fiches/${announced}`] : [path, path.replace(/\/.*/, '')]
}
