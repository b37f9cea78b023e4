import type { SearchDocument } from './documents.ts'
import type { Entry } from './entry.ts'
import type { Wish } from './wish.ts'
import { plain } from './words.ts'

/** A document as far as it answers. `covered`: how much of the query it speaks of, from 0 to 1. */
export type Ranked = { document: SearchDocument; entries: Entry[]; score: number; covered: number }

/** How much more a document is worth that says several words as they were typed, one after the other. */
const SAID = 8

/** What it is worth where another phrase says the same: « tiers-lieu » for « bureaux partagés ». */
const OTHERWISE = 0.6

/** Words of a passage in which several words of a query belong together, those of grammar left out. */
const TOGETHER = 6

/** Ways to say a word that are as good as the word itself. */
const SAME = 0.7

/** Puts those before that say the query as it was typed: Saintes is no saint, « 50 millions » are not 50 there and millions here,
 *  « emplois locaux » are no jobs beside premises. */
export function wordForWord(
  ranked: readonly Ranked[],
  query: string,
  { phrases, wishes }: { phrases: readonly string[]; wishes: readonly Wish[] },
): Ranked[] {
  const wanted = plain(query)
  const [typed = ''] = phrases
  const phrase = typed.includes(' ')
  const says = (entry: Entry) =>
    phrase
      ? entry.part.genre !== 'sigle' && phrases.some(one => one.includes(' ') && entry.says(one))
      : entry.written().includes(wanted)
  const shareTogether = togetherIn(wishes)
  const saidIn = (entries: readonly Entry[]) => {
    if (!phrase) return wanted.trim().includes(' ') ? SAID : 0.2
    return entries.some(entry => entry.says(typed)) ? SAID : SAID * OTHERWISE
  }
  return ranked
    .map(one => ({ ...one, score: one.score * (1 + Math.max(...one.entries.map(shareTogether)) ** 2) }))
    .map(one => {
      const literal = one.entries.filter(says)
      // One word is as well said in the plural: « Logements et activités » for « logement ».
      const entries = phrase
        ? [...literal, ...one.entries.filter(entry => !literal.includes(entry))]
        : one.entries
      return literal.length === 0
        ? one
        : {
            ...one,
            entries,
            score: one.score * (1 + saidIn(literal) + 0.1 * Math.min(3, literal.length)),
          }
    })
    .sort((a, b) => b.score - a.score)
}

/** What was typed as stems, and each way to say the whole of it. */
export const phrasesOf = (wishes: readonly Wish[]): string[] =>
  wishes.length === 1
    ? (wishes[0]?.ways ?? []).filter(({ weight }) => weight >= SAME).map(({ stems }) => stems.join(' '))
    : [wishes.map(({ ways: [way] }) => way?.stems.join(' ')).join(' ')]

/** How much of a query a part says at one place, from 0 to 1; 0 for a single word. */
function togetherIn(wishes: readonly Wish[]): (entry: Entry) => number {
  if (wishes.length < 2) return () => 0
  const wishOf = new Map(
    wishes.flatMap(wish =>
      wish.ways
        .filter(({ weight }) => weight >= SAME)
        .flatMap(({ stems }) => stems.map(stem => [stem, wish] as const)),
    ),
  )
  return entry => {
    const places = entry
      .words()
      .trim()
      .split(' ')
      .flatMap((stem, at) => {
        const wish = wishOf.get(stem)
        return wish ? [{ wish, at }] : []
      })
    const shares = places.map(({ at: from }, first) => {
      const near = new Set<Wish>()
      for (const { wish, at } of places.slice(first)) {
        if (at >= from + TOGETHER) break
        near.add(wish)
      }
      return near.size < 2 ? 0 : sum(near)
    })
    return Math.max(0, ...shares) / sum(wishes)
  }
}

const sum = (wishes: Iterable<Wish>) => [...wishes].reduce((total, { share }) => total + share, 0)
