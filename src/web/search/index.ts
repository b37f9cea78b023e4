import type { PackedIndex, SearchDocument } from './documents.ts'
import { type Entry, openEntry, phraseOf } from './entry.ts'
import { isNoun } from './intents.ts'
import { unpackSorted, unpackSpellings, valueAt } from './pack-words.ts'
import {
  isExpression,
  plainStemsOf,
  regionStem,
  rootOf,
  soundOf,
  type Word,
  withoutArticle,
  wordsOf,
} from './words.ts'

/** What the search looks words up in. */
export type Index = {
  entries: readonly Entry[]
  /** Part (by its number) → weight; undefined: no text holds the stem. */
  weightsOf(stem: string): ReadonlyMap<number, number> | undefined
  /** The same for the name of a place, held by those texts alone that write it as a name: Bourges is no bourg. */
  weightsOfName(name: string): ReadonlyMap<number, number> | undefined
  /** Whether a text uses the word just so, but for its accents. */
  hasWord(word: Word): boolean
  /** Whether a text uses the word just so, but for its accents, as no name: somewhere it has no capital. */
  isCommon(word: Word): boolean
  /** 1 for a stem that one part holds, towards 0 for one that all hold; 0 when none does. */
  rarityOf(stem: string): number
  /** Whether a title or a keyword holds the stem. */
  isTopic(stem: string): boolean
  /** The stems that begin so. */
  beginning(letters: string): string[]
  /** The stems of the same root, this one left out. */
  kinOf(stem: string): string[]
  spellings(): readonly Spelling[]
  /** A word as the first text that holds it writes it, accents included. */
  written(spelling: Spelling): string
}

/** A word as it is written, without accents, with its stem, how it sounds and the number of parts that hold it. */
export type Spelling = {
  folded: string
  stem: string
  sound: string
  used: number
  /** As it is written, for a word that no text holds. */
  text?: string
}

/** Texts that are asked how they write a word: a name that hundreds hold, as « ESS », would have all of them read. */
const ASKED = 150

export function openIndex(documents: readonly SearchDocument[], packed: PackedIndex): Index {
  const stems = unpackSorted(packed.stems)
  const postings = openPostings(packed)
  const packedSpellings = packed.spellings.split('|')
  const entries = documents.flatMap(document => document.parties.map(part => openEntry(document, part)))
  const numberOf = new Map(stems.map((stem, number) => [stem, number]))
  let spellings: Spelling[] | undefined
  const opened = new Map<number, Map<number, number>>()
  const beginning = (letters: string) => stems.filter(stem => stem.startsWith(letters))
  const named = new Map<string, Map<number, number> | undefined>()
  const weightsOf = (stem: string) => {
    const number = numberOf.get(stem)
    if (number === undefined) return undefined
    const weights = opened.get(number) ?? weigh(postings.of(number), entries.length)
    opened.set(number, weights)
    return weights
  }
  const hasWord = ({ folded, stem }: Word) => {
    const number = numberOf.get(stem)
    return number !== undefined && unpackSpellings(stem, packedSpellings[number] ?? '').includes(folded)
  }
  return {
    entries,
    weightsOf,
    weightsOfName(name) {
      if (!named.has(name)) named.set(name, weighName(name, entries, weightsOf))
      return named.get(name)
    },
    hasWord,
    isCommon: word =>
      hasWord(word) &&
      [...(weightsOf(word.stem)?.keys() ?? [])]
        .slice(0, ASKED)
        .some(part =>
          wordsOf(entries[part]?.text() ?? '').some(one => one.folded === word.folded && !one.named),
        ),
    rarityOf(stem) {
      const number = numberOf.get(stem)
      return number === undefined
        ? 0
        : rarity(postings.count(number), entries.length) / rarity(1, entries.length)
    },
    isTopic(stem) {
      const number = numberOf.get(stem)
      return number !== undefined && postings.of(number).some(([, weight]) => weight >= TITLE)
    },
    beginning,
    kinOf(stem) {
      if (isNoun(stem)) return []
      const root = rootOf(stem)
      return beginning(root).filter(other => other !== stem && rootOf(other) === root)
    },
    written({ folded, stem, text: unheld }) {
      if (unheld !== undefined) return unheld
      for (const part of weightsOf(stem)?.keys() ?? []) {
        const text = entries[part]?.text() ?? ''
        const word = wordsOf(text).find(one => one.folded === folded)
        if (word)
          return text
            .slice(word.start, word.end)
            .replace(/[.·].*$/u, '')
            .toLowerCase()
      }
      return folded
    },
    spellings() {
      spellings ??= packedSpellings.flatMap((words, number) =>
        unpackSpellings(stems[number] ?? '', words).map(folded => ({
          folded,
          stem: stems[number] ?? '',
          sound: soundOf(folded),
          used: postings.count(number),
        })),
      )
      return spellings
    },
  }
}

/** What a stem weighs at least, in tenths, where a title or a keyword holds it. */
const TITLE = 40

/** @throws Error when the index has no such entry */
export function entryOf({ entries }: Index, number: number): Entry {
  const entry = entries[number]
  if (!entry) throw new Error(`the index knows no entry ${number}`)
  return entry
}

const rarity = (holders: number, parts: number) => Math.log(1 + parts / holders)

/** Of a stem, by its number: how many parts hold it, and which, each with its weight in tenths. */
type Postings = { count(stem: number): number; of(stem: number): [part: number, weight: number][] }

function openPostings({ steps, weights }: PackedIndex): Postings {
  const packed = steps.split(' ')
  const starts: number[] = []
  let start = 0
  for (const { length } of packed) {
    starts.push(start)
    start += length
  }
  return {
    count: stem => packed[stem]?.length ?? 0,
    of(stem) {
      const [from = 0, own = ''] = [starts[stem], packed[stem]]
      let part = 0
      return Array.from(own, (_, at) => {
        part += valueAt(own, at)
        return [part, 2 ** (valueAt(weights, from + at) / 2)]
      })
    },
  }
}

/** Rare words weigh more. @param parts how many there are in all */
function weigh(
  postings: readonly (readonly [part: number, weight: number])[],
  parts: number,
): Map<number, number> {
  const rare = rarity(postings.length, parts)
  return new Map(postings.map(([part, weight]) => [part, weight * rare]))
}

/** The parts that are in a région of that name, and those that write the name as it is, « au Mans » for « Le Mans » too, but not
 *  as a piece of a longer one. */
function weighName(
  name: string,
  entries: readonly Entry[],
  weightsOf: Index['weightsOf'],
): Map<number, number> | undefined {
  const [rarest = new Map<number, number>(), ...rest] = plainStemsOf(name)
    .map(stem => weightsOf(stem) ?? new Map<number, number>())
    .sort((a, b) => a.size - b.size)
  const bare = withoutArticle(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // A number is a département's where it stands before the name of a place, or in brackets after it.
  const written = /^\d/.test(bare)
    ? new RegExp(`^(?:[\\dAB]+ )*${bare} |\\(${bare}\\)`)
    : new RegExp(`(?<![\\p{L}-])${bare}(?![\\p{L}-])`, 'u')
  const matches = [...rarest].filter(([number]) => {
    if (isExpression(name)) return entries[number]?.says(phraseOf(name))
    const { titre = '', mots = '', texte = '' } = entries[number]?.part ?? {}
    return rest.every(one => one.has(number)) && [titre, mots, texte].some(text => written.test(text))
  })
  // Where it is the place itself it says more than in a longer name: « Angers Loire Métropole » is not in the Loire.
  const itself = new RegExp(`(?:^|, |\\d )${bare}(?:,|$)`, 'u')
  const placed = matches.map(([number, weight]): [number, number] => [
    number,
    itself.test(entries[number]?.part.mots ?? '') ? 2 * weight : weight,
  ])
  const weights = new Map(weightsOf(regionStem(name)))
  for (const [number, weight] of placed) weights.set(number, (weights.get(number) ?? 0) + weight)
  return weights.size > 0 ? weights : undefined
}
