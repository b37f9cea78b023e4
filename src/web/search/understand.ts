import type { Index } from './index.ts'
import { spellingMeant } from './spelling.ts'
import { isIntent, type Word, wordsOf } from './words.ts'

/** One way to say what is looked for: all its stems together; `weight` says how near it is to what was typed. */
export type Way = { stems: readonly string[]; weight: number }

/** One thing that is looked for, in all the ways of saying it; `share`: how much of the query it is, from 0 to 1. */
export type Wish = { ways: readonly Way[]; share: number }

/** What a query asks for. `corrected`: as it would be written without its slips, when no text holds what was typed. `unheld`: the words,
 *  as typed, that no text holds. */
export type Understood = { wishes: Wish[]; corrected: string | null; unheld: string[] }

/** First stem of a phrase → the phrases, the longest first, each with its group. */
export type Synonyms = ReadonlyMap<string, readonly { stems: string[]; group: readonly string[][] }[]>

export function readSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const table = new Map<string, { stems: string[]; group: string[][] }[]>()
  for (const words of groups) {
    const group = words.map(stemsOf).filter(stems => stems.length > 0)
    for (const stems of group) {
      const [first = ''] = stems
      const synonyms = [...(table.get(first) ?? []), { stems, group: group.filter(other => other !== stems) }]
      table.set(
        first,
        synonyms.sort((a, b) => b.stems.length - a.stems.length),
      )
    }
  }
  return table
}

/** Compounds stand in a text beside their parts: a phrase is its parts alone. */
const stemsOf = (text: string) => plainWords(text).map(({ stem }) => stem)

const plainWords = (text: string): Word[] =>
  wordsOf(text).filter((word, index, all) => !all.some((other, at) => at !== index && isInside(other, word)))

const isInside = (inner: Word, outer: Word) =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start

/** Reads a query as a person meant it. The last word may be unfinished. */
export function understand(query: string, index: Index, synonyms: Synonyms): Understood {
  const words = plainWords(query)
  const compounds = wordsOf(query).filter(whole => words.some(word => isInside(word, whole)))
  const wishes: Wish[] = []
  const unheld: string[] = []
  let corrected = query
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (!word) break
    const phrases = (synonyms.get(word.stem) ?? []).filter(({ stems }) =>
      stems.every((stem, offset) => words[at + offset]?.stem === stem),
    )
    const length = phrases[0]?.stems.length ?? 1
    const typed = words.slice(at, at + length)
    const unfinished =
      at + length === words.length && typed.length === 1 && word.end === query.trimEnd().length
    const ways = [
      { stems: typed.map(({ stem }) => stem), weight: 1 },
      ...compounds
        .filter(whole => isInside(word, whole))
        .map(({ stem }): Way => ({ stems: [stem], weight: 1 })),
      ...phrases
        .filter(({ stems }) => stems.length === length)
        .flatMap(({ group }) => group.map((stems): Way => ({ stems, weight: 0.8 }))),
      ...(length === 1 ? kin(word, index, unfinished) : []),
    ]
    const lacks = !ways.some(way => way.weight !== KIN && isHeld(way, index))
    // What one wants to do is said in many words.
    const meant =
      lacks && phrases.length === 0 && !isIntent(word.folded)
        ? spellingMeant(
            word,
            ways.some(way => isHeld(way, index)),
            index,
          )
        : null
    if (meant) corrected = corrected.replace(query.slice(word.start, word.end), meant.folded)
    const said = meant ? [{ stems: [meant.stem], weight: 0.9 }] : ways
    if (!said.some(way => isHeld(way, index))) unheld.push(query.slice(word.start, typed.at(-1)?.end))
    wishes.push({ ways: said, share: shareOf(word, said, index) })
    at += length
  }
  return { wishes, corrected: corrected === query ? null : corrected, unheld }
}

/** Rare words are what a query is about; what one wants to do is less. A word that no text holds counts as half a rare one. */
function shareOf({ folded }: Word, ways: readonly Way[], index: Index): number {
  const rarities = ways.map(({ stems }) => Math.max(...stems.map(stem => index.rarityOf(stem))))
  const rarity = Math.min(...rarities.filter(one => one > 0), 1)
  return (rarities.some(one => one > 0) ? rarity : 0.5) * (isIntent(folded) ? 0.25 : 1)
}

/** What a word of the same root is worth. */
const KIN = 0.5

/** Words that begin as an unfinished one: the most used. */
const BEGINNINGS = 30

/** Words of the same root, and what an unfinished word may become. */
function kin({ stem, folded }: Word, index: Index, unfinished: boolean): Way[] {
  const same = index.kinOf(stem)
  const told = folded.length > 4 && folded.endsWith('er') ? [folded.slice(0, -2)] : []
  // « isoler » where texts speak of isolation alone.
  if (told[0] && !index.weightsOf(stem) && same.length === 0) told.push(...index.beginning(told[0]))
  const ways = [...same, ...told].map((other): Way => ({ stems: [other], weight: KIN }))
  if (!unfinished || /^\d/.test(folded)) return ways
  const weight = index.weightsOf(stem) ? 0.15 : 0.7
  const longer = index
    .beginning(folded)
    .filter(other => other !== folded && !same.includes(other))
    .sort((a, b) => index.rarityOf(a) - index.rarityOf(b))
    .slice(0, BEGINNINGS)
  return [...ways, ...longer.map((other): Way => ({ stems: [other], weight }))]
}

const isHeld = ({ stems }: Way, index: Index) => stems.every(stem => index.rarityOf(stem) > 0)
