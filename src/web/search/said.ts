import type { SearchDocument } from './documents.ts'
import type { Entry } from './index.ts'
import type { Wish } from './understand.ts'
import { plain } from './words.ts'

/** A document as far as it answers. `covered`: how much of the query it speaks of, from 0 to 1. */
export type Ranked = { document: SearchDocument; entries: Entry[]; score: number; covered: number }

/** How much more a document is worth that says several words as they were typed, one after the other. */
const SAID = 8

/** How much more one that says two words of a longer query side by side: « habitat des gens du voyage ». */
const PAIR = 0.6

/** Puts those before that say the query as it was typed: Saintes is no saint, « 50 millions » are not 50 there and millions here,
 *  « emplois locaux » are no jobs beside premises. */
export function wordForWord(
  ranked: readonly Ranked[],
  query: string,
  { phrases, pairs }: { phrases: readonly string[]; pairs: readonly string[] },
): Ranked[] {
  const wanted = plain(query)
  const [typed = ''] = phrases
  const phrase = typed.includes(' ')
  const says = (entry: Entry) =>
    phrase
      ? entry.part.genre !== 'sigle' &&
        phrases.some(one => one.includes(' ') && entry.words().includes(` ${one} `))
      : entry.written().includes(wanted)
  return ranked
    .map(one => {
      const paired = pairs.filter(pair =>
        one.entries.some(entry => entry.words().includes(` ${pair} `)),
      ).length
      return paired > 0 ? { ...one, score: one.score * (1 + PAIR * paired) } : one
    })
    .map(one => {
      const said = one.entries.filter(says)
      // One word is as well said in the plural: « Logements et activités » for « logement ».
      const entries = phrase ? [...said, ...one.entries.filter(entry => !said.includes(entry))] : one.entries
      return said.length === 0
        ? one
        : {
            ...one,
            entries,
            score:
              one.score *
              (1 + (phrase || wanted.trim().includes(' ') ? SAID : 0.2) + 0.1 * Math.min(3, said.length)),
          }
    })
    .sort((a, b) => b.score - a.score)
}

/** What was typed as stems, and each way to say the whole of it. */
export const phrasesOf = (wishes: readonly Wish[]): string[] =>
  wishes.length === 1
    ? (wishes[0]?.ways ?? []).filter(({ weight }) => weight >= 0.7).map(({ stems }) => stems.join(' '))
    : [wishes.map(({ ways: [way] }) => way?.stems.join(' ')).join(' ')]

/** Neighbours of a query of three words and more. */
export const pairsOf = (wishes: readonly Wish[]): string[] => {
  const said = wishes.map(({ ways: [way] }) => way?.stems.join(' ') ?? '')
  return said.length < 3 ? [] : said.slice(1).map((stems, at) => `${said[at]} ${stems}`)
}
