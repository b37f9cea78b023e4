import type { PackedIndex, Part, SearchDocument } from './documents.ts'
import { rootOf, wordsOf } from './words.ts'

/** One part of one document; `title`: the stems of its title. */
export type Entry = { document: SearchDocument; part: Part; title(): string }

/** What the search looks words up in. */
export type Index = {
  entries: readonly Entry[]
  /** Part (by its number) → weight; undefined: no text holds the stem. */
  weightsOf(stem: string): ReadonlyMap<number, number> | undefined
  /** The stems that begin so. */
  beginning(letters: string): string[]
  /** The stems of the same root, this one left out. */
  kinOf(stem: string): string[]
  /** Words as they are written, without accents, with their stem and the number of parts that hold it. */
  spellings(): Iterable<{ folded: string; stem: string; used: number }>
}

export function openIndex(documents: readonly SearchDocument[], packed: PackedIndex): Index {
  const { stems, postings } = packed
  const entries = documents.flatMap(document => document.parties.map(part => entryOf(document, part)))
  const numberOf = new Map(stems.map((stem, number) => [stem, number]))
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
    beginning,
    kinOf(stem) {
      const root = rootOf(stem)
      return beginning(root).filter(other => other !== stem && rootOf(other) === root)
    },
    *spellings() {
      for (const [number, words] of packed.spellings.entries())
        for (const folded of (words || stems[number] || '').split(' '))
          yield { folded, stem: stems[number] ?? '', used: (postings[number]?.length ?? 0) / 2 }
    },
  }
}

function entryOf(document: SearchDocument, part: Part): Entry {
  let title: string | undefined
  return {
    document,
    part,
    title() {
      title ??= stemsOf(part.titre).join(' ')
      return title
    },
  }
}

const stemsOf = (text: string) => wordsOf(text).map(({ stem }) => stem)

/** Rare words weigh more. @param parts how many there are in all */
function weigh(packed: readonly number[], parts: number): Map<number, number> {
  const rarity = Math.log(1 + (parts * 2) / packed.length)
  const weights = new Map<number, number>()
  let part = 0
  for (let at = 0; at + 1 < packed.length; at += 2) {
    part += packed[at] ?? 0
    weights.set(part, (packed[at + 1] ?? 0) * rarity)
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
