import type { PackedIndex, SearchDocument } from './documents.ts'
import { packSorted, packSpellings, signOf } from './pack-words.ts'
import { regionStem, wordsOf } from './words.ts'

/** Words of a usual passage: longer ones count each of theirs less. */
const USUAL = 120

/** What a number counts for that is written in letters. */
const SAID = 0.25

/** Reads every part once. The weight of a stem in it: 4 in the title and more in a short one, 4 in its keywords, up to 1 in its
 *  text. */
export function collect(documents: readonly SearchDocument[]): PackedIndex {
  const parts = documents.flatMap(({ parties }) => parties)
  const weightsOfStem = new Map<string, Map<number, number>>()
  const weigh = (stem: string, part: number, weight: number) => {
    const weights = weightsOfStem.get(stem) ?? new Map<number, number>()
    weightsOfStem.set(stem, weights.set(part, (weights.get(part) ?? 0) + weight))
  }
  const spellingsOf = new Map<string, Set<string>>()
  for (const [number, { genre, titre, mots, regions = [], texte }] of parts.entries()) {
    for (const region of regions) weigh(regionStem(region), number, 4)
    const read = (text: string, weightOf: (count: number, length: number) => number) => {
      const words = wordsOf(text)
      const counts = new Map<string, number>()
      for (const { stem, folded, start } of words) {
        // « Treize domaines » is no 13.
        const isSaid = /^\d/.test(folded) && !/^\d/.test(text.slice(start))
        counts.set(stem, (counts.get(stem) ?? 0) + (isSaid ? SAID : 1))
        spellingsOf.set(stem, (spellingsOf.get(stem) ?? new Set()).add(folded))
      }
      for (const [stem, count] of counts) weigh(stem, number, weightOf(count, words.length))
    }
    read(titre, (count, length) => (4 + 4 / length) * Math.min(1, count))
    // A place that is only mentioned is no keyword.
    if (mots) read(mots, () => (genre === 'levier' || genre === 'section' ? 1.5 : 4))
    read(texte, (count, length) => count / (count + 0.6 + (0.6 * length) / USUAL))
  }
  const stems = [...weightsOfStem.keys()].sort()
  return {
    stems: packSorted(stems),
    steps: stems
      .map(stem => {
        let before = 0
        return [...(weightsOfStem.get(stem)?.keys() ?? [])]
          .map(part => {
            const step = part - before
            before = part
            return signOf(step)
          })
          .join('')
      })
      .join(' '),
    weights: stems
      .flatMap(stem => [...(weightsOfStem.get(stem)?.values() ?? [])])
      .map(weight => signOf(Math.max(0, Math.round(2 * Math.log2(weight * 10)))))
      .join(''),
    spellings: stems.map(stem => packSpellings(stem, [...(spellingsOf.get(stem) ?? [])].sort())).join('|'),
  }
}
