import type { Part, SearchData, SearchDocument } from './documents.ts'
import { type Entry, type Index, openIndex } from './index.ts'
import { readSynonyms, understand, type Wish } from './understand.ts'
import { fold } from './words.ts'

/** A document that answers: its best part first, then other parts that answer too. `stems` are the words to mark. */
export type Found = { document: SearchDocument; parts: Part[]; stems: ReadonlySet<string> }

export type Answer = {
  found: Found[]
  /** The query as it was probably meant, when it was searched for instead. */
  corrected: string | null
}

export type Engine = {
  /** @param famille id of a family to keep to */
  search(query: string, famille: string | null): Answer
}

/** What a part counts for, all words being equal. */
const worth: Record<Part['genre'], number> = {
  page: 1.3,
  section: 1,
  levier: 1,
  exemple: 1,
  chiffre: 0.8,
  sigle: 0.15,
}

/** Documents whose text is read again, for the words as they were typed. */
const REREAD = 12

/** Parts shown of one document beside the best. */
const OTHERS = 3

export function openEngine({ documents, index: packed, synonymes }: SearchData): Engine {
  const index = openIndex(documents, packed)
  const synonyms = readSynonyms(synonymes)
  return {
    search(query, famille) {
      const { wishes, corrected } = understand(query, index, synonyms)
      if (wishes.length === 0) return { found: [], corrected: null }
      const scores = wishes.map(wish => scoresOf(wish, index))
      const byDocument = new Map<SearchDocument, Map<number, number[]>>()
      for (const [wish, found] of scores.entries())
        for (const [number, score] of found) {
          const { document } = entryOf(index, number)
          if (famille !== null && document.famille !== famille) continue
          const parts = byDocument.get(document) ?? new Map<number, number[]>()
          const row = parts.get(number) ?? wishes.map(() => 0)
          row[wish] = score
          parts.set(number, row)
          byDocument.set(document, parts)
        }
      const phrases = phrasesOf(wishes)
      const ranked = [...byDocument]
        .map(([document, parts]) => rank(document, parts, { index, phrases, wishes: wishes.length }))
        .sort((a, b) => b.covered - a.covered || b.score - a.score)
      const most = ranked[0]?.covered ?? 0
      // Half of what was asked for is no answer.
      const kept = most * 2 > wishes.length ? ranked.filter(({ covered }) => covered === most) : []
      const best = wordForWord(kept.splice(0, REREAD), corrected ?? query)
      const stems = new Set(wishes.flatMap(wish => wish.flatMap(way => way.stems)))
      return {
        found: [...best, ...kept].map(({ document, parts }) => ({
          document,
          parts: parts.slice(0, 1 + OTHERS),
          stems,
        })),
        corrected: best.length > 0 ? corrected : null,
      }
    },
  }
}

/** How much each entry answers a wish: the best of its ways. */
function scoresOf(wish: Wish, index: Index): Map<number, number> {
  const best = new Map<number, number>()
  for (const { stems, weight } of wish) {
    const [first, ...rest] = stems.map(stem => index.weightsOf(stem))
    if (!first || rest.some(found => !found)) continue
    for (const [entry, score] of first) {
      const others = rest.map(found => found?.get(entry) ?? 0)
      if (others.includes(0)) continue
      const all = (weight * (score + others.reduce((sum, other) => sum + other, 0))) / Math.sqrt(stems.length)
      if (all > (best.get(entry) ?? 0)) best.set(entry, all)
    }
  }
  return best
}

type Ranked = { document: SearchDocument; parts: Part[]; score: number; covered: number }

/** A document is worth its best part, and a share of what else it says of each wish. */
function rank(
  document: SearchDocument,
  rows: ReadonlyMap<number, readonly number[]>,
  { index, phrases, wishes }: { index: Index; phrases: readonly string[]; wishes: number },
): Ranked {
  const best = Array.from({ length: wishes }, (_, wish) =>
    [...rows.values()].map(row => row[wish] ?? 0).sort((a, b) => b - a),
  )
  const parts = [...rows]
    .map(([number, row]) => {
      const entry = entryOf(index, number)
      const share = row.filter(score => score > 0).length / wishes
      const sum = row.reduce((total, score) => total + score, 0)
      const { part } = entry
      return { part, score: sum * share * share * worth[part.genre] * likeness(entry, phrases) }
    })
    .sort((a, b) => b.score - a.score)
  // What many parts speak of is what the document is about.
  const rest = best.reduce(
    (total, [first = 0, second = 0, third = 0]) => total + first + 0.5 * second + 0.25 * third,
    0,
  )
  return {
    document,
    parts: parts.map(({ part }) => part),
    score: (parts[0]?.score ?? 0) + 0.6 * rest,
    covered: best.filter(([first = 0]) => first > 0).length,
  }
}

/** Puts those before that say the query as it was typed: Saintes is no saint, « 50 millions » are not 50 there and millions here. */
function wordForWord(ranked: readonly Ranked[], query: string): Ranked[] {
  const wanted = plain(query)
  return ranked
    .map(one => {
      const said = one.parts.filter(({ titre, mots, texte }) =>
        plain(`${titre} ${mots} ${texte}`).includes(wanted),
      )
      const parts = [...said, ...one.parts.filter(part => !said.includes(part))]
      return said.length === 0
        ? one
        : { ...one, parts, score: one.score * (1.2 + 0.1 * Math.min(3, said.length)) }
    })
    .sort((a, b) => b.score - a.score)
}

/** Words with one space around each. */
const plain = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** What was typed as stems, and each way to say the whole of it. */
const phrasesOf = (wishes: readonly Wish[]): string[] =>
  wishes.length === 1
    ? (wishes[0] ?? []).filter(({ weight }) => weight >= 0.7).map(({ stems }) => stems.join(' '))
    : [wishes.map(([way]) => way?.stems.join(' ')).join(' ')]

/** More for a part whose title says what was typed, begins with it, or holds it word for word. */
function likeness(entry: Entry, phrases: readonly string[]): number {
  const title = entry.title()
  if (phrases.includes(title)) return 2
  if (phrases.some(phrase => title.startsWith(`${phrase} `))) return 1.6
  return phrases.some(phrase => phrase.includes(' ') && ` ${title} `.includes(` ${phrase} `)) ? 1.4 : 1
}

function entryOf({ entries }: Index, number: number): Entry {
  const entry = entries[number]
  if (!entry) throw new Error(`the index knows no entry ${number}`)
  return entry
}
