import type { SearchDocument, SearchPart } from './documents.ts'
import type { Wish } from './query.ts'
import type { Index, IndexEntry } from './text-index.ts'
import {
  ANNOUNCED,
  PAGE_OF_KIT,
  PAGE_UNNAMED,
  partWeight,
  REST_OF_DOCUMENT,
  SAME_WAY_WEIGHT,
  WORD_FOR_WORD,
  wayWeight,
} from './weights.ts'

/** A document that answers, its parts in the order in which they do. */
type Ranked = { document: SearchDocument; entries: IndexEntry[]; score: number }

/** Parts with lists, whose items do not belong together. */
const alone: ReadonlySet<SearchPart['genre']> = new Set(['domaine', 'sigle'])

/** The documents that answer, the best first. */
export function rank(wishes: readonly Wish[], index: Index): Ranked[] {
  const documents = new Map<SearchDocument, Map<IndexEntry, number[]>>()
  for (const [wish, { ways }] of wishes.entries())
    for (const [entry, score] of scoresOf(ways, index)) {
      const rows = documents.get(entry.document) ?? new Map<IndexEntry, number[]>()
      documents.set(entry.document, rows)
      const row = rows.get(entry) ?? wishes.map(() => 0)
      rows.set(entry, row)
      row[wish] = score
    }
  const phrases = phrasesOf(wishes)
  return [...documents]
    .map(([document, rows]) => rankOf(document, rows, wishes, phrases))
    .sort((a, b) => b.score - a.score)
}

/** Scores each part for a wish: the best of its ways counts. */
function scoresOf(ways: Wish['ways'], index: Index): Map<IndexEntry, number> {
  const best = new Map<IndexEntry, number>()
  for (const { stems, weight, name } of ways) {
    const [first, ...rest] =
      name === undefined ? stems.map(stem => index.weightsOf(stem)) : [index.weightsOfName(name)]
    for (const [number, score] of first ?? []) {
      const entry = index.entries[number]
      const others = rest.map(weights => weights?.get(number) ?? 0)
      if (!entry || others.includes(0)) continue
      const sum = others.reduce((total, other) => total + other, score)
      const all = (weight * sum) / Math.sqrt(stems.length)
      if (all > (best.get(entry) ?? 0)) best.set(entry, all)
    }
  }
  return best
}

/** Ranks a document by its best part, and by a share of what else it says of each wish. */
function rankOf(
  document: SearchDocument,
  rows: ReadonlyMap<IndexEntry, readonly number[]>,
  wishes: readonly Wish[],
  phrases: readonly string[],
): Ranked {
  const whole = wishes.reduce((sum, { share }) => sum + share, 0)
  const coveredBy = (row: readonly number[]) =>
    wishes.reduce((sum, { share }, wish) => sum + ((row[wish] ?? 0) > 0 ? share : 0), 0) / whole
  const parts = [...rows]
    .map(([entry, row]) => {
      const sum = row.reduce((total, score) => total + score, 0)
      return { entry, score: sum * coveredBy(row) ** 2 * partWeight[entry.part.genre] }
    })
    .sort((a, b) => b.score - a.score)
  const running = [...rows].flatMap(([{ part }, row]) => (alone.has(part.genre) ? [] : [row]))
  const rest = wishes.reduce((total, _, wish) => {
    const [first = 0, second = 0, third = 0] = running.map(row => row[wish] ?? 0).sort((a, b) => b - a)
    return total + first + (second + third) / 2
  }, 0)
  const together = Math.max(...[...rows.values()].map(coveredBy))
  // What cannot be read yet comes after what can.
  const isLowered = document.annonce === true
  const isLiteral =
    !isLowered && parts.some(({ entry }) => saysOne(entry, phrases) || isTitled(entry, wishes))
  const isNamed = [...rows.keys()].some(({ names }) =>
    wishes.every(({ ways, intent }) => intent || ways.some(({ stems }) => stems.every(names))),
  )
  const ofPage = !isNamed ? PAGE_UNNAMED : wishes.length > 1 ? PAGE_OF_KIT : 1
  const aside = document.famille === undefined ? ofPage : 1
  const score =
    ((parts[0]?.score ?? 0) + REST_OF_DOCUMENT * rest) * together * (isLowered ? ANNOUNCED : aside)
  const entries = parts.map(({ entry }) => entry)
  return { document, entries, score: isLiteral ? WORD_FOR_WORD * score : score }
}

/** Tells of a part with several words of the query in a row: « Saintes » is not a saint; « 50 millions » is not 50 here and
 *  millions there. */
const saysOne = ({ part, says }: IndexEntry, phrases: readonly string[]) =>
  part.genre !== 'sigle' && phrases.some(phrase => phrase.includes(' ') && says(phrase))

/** Titles with several words lead to what stands below them. */
const leading: ReadonlySet<SearchPart['genre']> = new Set(['page', 'section', 'levier'])

/** Tells of a title that says each wish by words of its own, in other forms too: « Des emplois durables et non
 *  délocalisables » for « emploi délocalisé ». */
function isTitled({ part, titles }: IndexEntry, wishes: readonly Wish[]): boolean {
  if (!leading.has(part.genre) || wishes.length < 2) return false
  const said = wishes.map(({ ways: [typed, ...others] }) => {
    const forms = others.filter(({ weight }) => weight === wayWeight.sameRoot || part.genre === 'page')
    return [typed, ...forms].find(way => way?.stems.every(titles))?.stems
  })
  return said.every(stems => stems !== undefined) && new Set(said.flat()).size === said.flat().length
}

/** Gives the typed stems, and each way to say the whole query. */
const phrasesOf = (wishes: readonly Wish[]): string[] =>
  wishes.length === 1
    ? (wishes[0]?.ways ?? [])
        .filter(({ weight, name }) => weight >= SAME_WAY_WEIGHT && name === undefined)
        .map(({ stems }) => stems.join(' '))
    : [wishes.map(({ ways: [way] }) => way?.stems.join(' ')).join(' ')]
