import type { PackedIndex, Part, SearchDocument } from './documents.ts'
import { rootOf, soundOf, wordsOf } from './words.ts'

/** One part of one document; `title`: the stems of its title; `words`: all its stems, with a space around each. */
export type Entry = { document: SearchDocument; part: Part; title(): string; words(): string }

/** What the search looks words up in. */
export type Index = {
  entries: readonly Entry[]
  /** Part (by its number) → weight; undefined: no text holds the stem. */
  weightsOf(stem: string): ReadonlyMap<number, number> | undefined
  /** 1 for a stem that one part holds, towards 0 for one that all hold; 0 when none does. */
  rarityOf(stem: string): number
  /** The stems that begin so. */
  beginning(letters: string): string[]
  /** The stems of the same root, this one left out. */
  kinOf(stem: string): string[]
  spellings(): readonly Spelling[]
}

/** A word as it is written, without accents, with its stem, how it sounds and the number of parts that hold it. */
export type Spelling = { folded: string; stem: string; sound: string; used: number }

export function openIndex(documents: readonly SearchDocument[], packed: PackedIndex): Index {
  const { stems, postings } = packed
  const entries = documents.flatMap(document => document.parties.map(part => entryOf(document, part)))
  const numberOf = new Map(stems.map((stem, number) => [stem, number]))
  let spellings: Spelling[] | undefined
  const opened = new Map<number, Map<number, number>>()
  const beginning = (letters: string) => {
    const from = firstAt(stems, letters)
    let to = from
    while (stems[to]?.startsWith(letters)) to++
    return stems.slice(from, to)
  }
  return {
    entries,
    weightsOf(stem) {
      const number = numberOf.get(stem)
      if (number === undefined) return undefined
      const weights = opened.get(number) ?? weigh(postings[number] ?? [], entries.length)
      opened.set(number, weights)
      return weights
    },
    rarityOf(stem) {
      const number = numberOf.get(stem)
      if (number === undefined) return 0
      const parts = entries.length
      return rarity((postings[number]?.length ?? 0) / 2, parts) / rarity(1, parts)
    },
    beginning,
    kinOf(stem) {
      const root = rootOf(stem)
      return beginning(root).filter(other => other !== stem && rootOf(other) === root)
    },
    spellings() {
      spellings ??= packed.spellings.flatMap((words, number) =>
        (words || stems[number] || '').split(' ').map(folded => ({
          folded,
          stem: stems[number] ?? '',
          sound: soundOf(folded),
          used: (postings[number]?.length ?? 0) / 2,
        })),
      )
      return spellings
    },
  }
}

function entryOf(document: SearchDocument, part: Part): Entry {
  let title: string | undefined
  let words: string | undefined
  return {
    document,
    part,
    title() {
      title ??= stemsOf(part.titre).join(' ')
      return title
    },
    words() {
      words ??= running(`${part.titre}. ${part.mots ?? ''}. ${part.texte}`)
      return words
    },
  }
}

/** The stems of a text with a space around each. */
const running = (text: string): string => ` ${stemsOf(text).join(' ')} `

const stemsOf = (text: string) => wordsOf(text).map(({ stem }) => stem)

const rarity = (holders: number, parts: number) => Math.log(1 + parts / holders)

/** Rare words weigh more. @param parts how many there are in all */
function weigh(packed: readonly number[], parts: number): Map<number, number> {
  const rare = rarity(packed.length / 2, parts)
  const weights = new Map<number, number>()
  let part = 0
  for (let at = 0; at + 1 < packed.length; at += 2) {
    part += packed[at] ?? 0
    weights.set(part, (packed[at + 1] ?? 0) * rare)
  }
  return weights
}

/** Where the first of `sorted` stands that is not before `wanted`. */
function firstAt(sorted: readonly string[], wanted: string): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? '') < wanted) from = middle + 1
    else to = middle
  }
  return from
}
