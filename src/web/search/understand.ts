import { slips } from '../../diagnostics/slips.ts'
import type { Index } from './index.ts'
import { type Word, wordsOf } from './words.ts'

/** One way to say what is looked for: all its stems together; `weight` says how near it is to what was typed. */
export type Way = { stems: readonly string[]; weight: number }

/** One thing that is looked for, in all the ways of saying it. */
export type Wish = readonly Way[]

/** What a query asks for. `corrected`: as it would be written without its slips, when no text holds what was typed. */
export type Understood = { wishes: Wish[]; corrected: string | null }

/** First stem of a phrase → the phrases, the longest first, each with its group. */
export type Synonyms = ReadonlyMap<string, readonly { stems: string[]; group: readonly string[][] }[]>

export function readSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const table = new Map<string, { stems: string[]; group: string[][] }[]>()
  for (const words of groups) {
    const group = words.map(stemsOf).filter(stems => stems.length > 0)
    for (const stems of group) {
      const [first = ''] = stems
      const told = [...(table.get(first) ?? []), { stems, group: group.filter(other => other !== stems) }]
      table.set(
        first,
        told.sort((a, b) => b.stems.length - a.stems.length),
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
  const compounds = wordsOf(query).filter(word => !words.includes(word))
  const wishes: Wish[] = []
  let corrected = query
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (!word) break
    const phrases = (synonyms.get(word.stem) ?? []).filter(({ stems }) =>
      stems.every((stem, offset) => words[at + offset]?.stem === stem),
    )
    const length = phrases[0]?.stems.length ?? 1
    const said = words.slice(at, at + length)
    const unfinished =
      at + length === words.length && said.length === 1 && word.end === query.trimEnd().length
    const ways = [
      { stems: said.map(({ stem }) => stem), weight: 1 },
      ...compounds
        .filter(({ start, end }) => start <= word.start && word.end <= end)
        .map(({ stem }): Way => ({ stems: [stem], weight: 1 })),
      ...phrases
        .filter(({ stems }) => stems.length === length)
        .flatMap(({ group }) => group.map((stems): Way => ({ stems, weight: 0.8 }))),
      ...(length === 1 ? kin(word, index, unfinished) : []),
    ]
    if (ways.some(({ stems }) => stems.every(stem => index.weightsOf(stem)))) wishes.push(ways)
    else {
      const meant = nearestSpelling(word.folded, index)
      wishes.push(meant ? [{ stems: [meant.stem], weight: 0.9 }] : ways)
      if (meant) corrected = corrected.replace(query.slice(word.start, word.end), meant.folded)
    }
    at += length
  }
  return { wishes, corrected: corrected === query ? null : corrected }
}

/** Words of the same root, and what an unfinished word may become. */
function kin({ stem, folded }: Word, index: Index, unfinished: boolean): Way[] {
  const same = index.kinOf(stem)
  const ways = same.map((other): Way => ({ stems: [other], weight: 0.5 }))
  if (!unfinished || /^\d/.test(folded)) return ways
  const weight = index.weightsOf(stem) ? 0.15 : 0.7
  const longer = index.beginning(folded).filter(other => other !== folded && !same.includes(other))
  return [...ways, ...longer.map((other): Way => ({ stems: [other], weight }))]
}

/** The word of the kit that one slip, or two in a long word, make of what was typed: the most used of the nearest. */
function nearestSpelling(typed: string, index: Index): { stem: string; folded: string } | null {
  const allowed = typed.length < 4 || /^\d/.test(typed) ? 0 : typed.length < 8 ? 1 : 2
  let best: { stem: string; folded: string; count: number; used: number } | null = null
  if (allowed === 0) return null
  for (const { folded, stem, used } of index.spellings()) {
    if (Math.abs(folded.length - typed.length) > allowed || folded.length < 3) continue
    const count = slips(typed, folded)
    if (count > allowed || (best && (count > best.count || (count === best.count && used <= best.used))))
      continue
    best = { stem, folded, count, used }
  }
  return best
}
