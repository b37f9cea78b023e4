import { fold } from '../text/index.ts'
import type { SearchDocument, SearchPart } from './documents.ts'
import { isNoun } from './grammar.ts'
import { USUAL_PASSAGE_WORDS, wordWeight } from './weights.ts'
import { plainStemsOf, rootOf, type SearchWord, soundOf, wordsOf } from './words.ts'

/** One part of one document. */
export type IndexEntry = {
  document: SearchDocument
  part: SearchPart
  /** Tells of stems in a row, with a space between. */
  says(phrase: string): boolean
  /** Tells of a stem in its title. */
  titles(stem: string): boolean
  /** Tells of a stem in its title or keywords. */
  names(stem: string): boolean
}

/** A word as it is written, with the number of parts that hold its stem. */
export type Spelling = { folded: string; stem: string; sound: string; used: number; text: string }

/** Part (by its number) → weight. */
type Weights = ReadonlyMap<number, number>

/** Tables for looking words up. */
export type Index = {
  entries: readonly IndexEntry[]
  /** Undefined: no text holds the stem. */
  weightsOf(stem: string): Weights | undefined
  /** The same for the name of a place, held by those texts alone that write it as a name: Bourges is no bourg. */
  weightsOfName(name: string): Weights | undefined
  /** Tells of a common word: some text has it without a capital, with these letters except accents. */
  isCommon(word: SearchWord): boolean
  /** Gives 1 for a stem of one part, down to 0 for a stem of all parts; 0 also for a missing stem. */
  rarityOf(stem: string): number
  /** Tells of a stem in a title or a keyword. */
  isTopic(stem: string): boolean
  /** Tells of a part with these stems in a row. */
  says(stems: readonly string[]): boolean
  /** The stems that begin so. */
  beginning(letters: string): string[]
  /** The other stems of the same root. */
  kinOf(stem: string): string[]
  spellings: readonly Spelling[]
}

/** Reads every part once. */
export function openIndex(documents: readonly SearchDocument[]): Index {
  const weights = new Map<string, Map<number, number>>()
  const spellings = new Map<string, Spelling>()
  const common = new Set<string>()
  const topics = new Set<string>()
  const entries = documents.flatMap(document => document.parties.map(part => ({ document, part })))
  const read = (text: string, entry: number, weightOf: (count: number, length: number) => number) => {
    const words = wordsOf(text)
    const counts = new Map<string, number>()
    for (const { stem, folded, named, start, end } of words) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
      if (!named) common.add(folded)
      if (!spellings.has(folded)) {
        const written = text.slice(start, end).replace(/[.·].*$/u, '')
        spellings.set(folded, { folded, stem, sound: soundOf(folded), used: 0, text: written.toLowerCase() })
      }
    }
    for (const [stem, count] of counts) {
      const weight = weightOf(count, words.length)
      if (weight >= wordWeight.keyword) topics.add(stem)
      const ofStem = weights.get(stem) ?? new Map<number, number>()
      weights.set(stem, ofStem.set(entry, (ofStem.get(entry) ?? 0) + weight))
    }
    return words.map(({ stem }) => stem).join(' ')
  }
  const opened = entries.map(({ document, part }, entry): IndexEntry => {
    const { titre, texte } = part
    const title = read(titre, entry, (_, length) => wordWeight.title + wordWeight.shortTitle / length)
    const keywords = read(keywordsOf(part).join(', '), entry, () => wordWeight.keyword)
    const text = read(
      texte,
      entry,
      (count, length) => (wordWeight.text * count) / (count + 0.6 + (0.6 * length) / USUAL_PASSAGE_WORDS),
    )
    const holds = (stems: string) => (phrase: string) => ` ${stems} `.includes(` ${phrase} `)
    return {
      document,
      part,
      says: holds(`${title} ${keywords} ${text}`),
      titles: holds(title),
      names: holds(`${title} ${keywords}`),
    }
  })
  const rarity = (stem: string) => Math.log(1 + entries.length / (weights.get(stem)?.size ?? entries.length))
  for (const [stem, ofStem] of weights)
    for (const [entry, weight] of ofStem) ofStem.set(entry, weight * rarity(stem))
  for (const spelling of spellings.values()) spelling.used = weights.get(spelling.stem)?.size ?? 0
  const named = new Map<string, Weights | undefined>()
  const beginning = (letters: string) => [...weights.keys()].filter(stem => stem.startsWith(letters))
  return {
    entries: opened,
    weightsOf: stem => weights.get(stem),
    weightsOfName(name) {
      if (!named.has(name)) named.set(name, weighName(name, opened, weights))
      return named.get(name)
    },
    isCommon: ({ folded }) => common.has(folded),
    rarityOf: stem => (weights.has(stem) ? rarity(stem) / Math.log(1 + entries.length) : 0),
    isTopic: stem => topics.has(stem),
    says([first = '', ...rest]) {
      const phrase = [first, ...rest].join(' ')
      const held = weights.get(first)
      return (
        held !== undefined &&
        (rest.length === 0 || [...held.keys()].some(entry => opened[entry]?.says(phrase)))
      )
    },
    beginning,
    kinOf(stem) {
      if (isNoun(stem)) return []
      const root = rootOf(stem)
      return beginning(root).filter(other => other !== stem && rootOf(other) === root)
    },
    spellings: [...spellings.values()],
  }
}

const keywordsOf = ({ departements = [], lieu, mots = [] }: SearchPart): string[] => [
  ...departements,
  ...(lieu ? [lieu] : []),
  ...mots,
]

/** Weighs the parts in a région or a département of that name, and the parts that write the name (« au Mans » for « Le
 *  Mans » too), but not inside a longer name. The name of the part's own place counts twice. */
function weighName(
  name: string,
  entries: readonly IndexEntry[],
  weightsOf: ReadonlyMap<string, Weights>,
): Weights | undefined {
  const [rarest = new Map<number, number>(), ...rest] = plainStemsOf(name)
    .map(stem => weightsOf.get(stem) ?? new Map<number, number>())
    .sort((a, b) => a.size - b.size)
  const bare = withoutArticle(name)
  const escaped = bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const written = /^\d/.test(name)
    ? new RegExp(`\\(${escaped}\\)`)
    : new RegExp(`(?<![\\p{L}-])${escaped}(?![\\p{L}-])`, 'u')
  const weights = new Map<number, number>()
  for (const [number, weight] of rarest) {
    const part = entries[number]?.part
    if (!part || !rest.every(one => one.has(number))) continue
    const keywords = keywordsOf(part)
    const texts = /^\d/.test(name) ? [part.titre, part.texte] : [part.titre, part.texte, ...keywords]
    const itself = keywords.some(keyword => withoutArticle(keyword) === bare)
    const own = itself && part.genre === 'exemple'
    if (itself || texts.some(text => written.test(text))) weights.set(number, own ? 2 * weight : weight)
  }
  for (const [number, { part }] of entries.entries())
    if (part.regions?.some(region => fold(region) === fold(name)))
      weights.set(number, (weights.get(number) ?? 0) + wordWeight.region)
  return weights.size > 0 ? weights : undefined
}

/** `Le Havre` → `Havre` */
export const withoutArticle = (name: string): string => name.replace(/^(?:L[ae]s? |L['’])/, '')
