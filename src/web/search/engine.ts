import { fold } from '../../fold.ts'
import type { Engine } from './answer.ts'
import { acronymsOf, type SearchData, type SearchDocument } from './documents.ts'
import type { Entry } from './entry.ts'
import { entryOf, type Index, openIndex } from './index.ts'
import { acronymsMeant } from './meaning.ts'
import { readNames } from './names.ts'
import { unpackSorted } from './pack-words.ts'
import { rank } from './rank.ts'
import { phrasesOf, wordForWord } from './said.ts'
import { spellingsOf } from './spelling.ts'
import { readSynonyms } from './synonyms.ts'
import { titled } from './titled.ts'
import { understand } from './understand.ts'
import type { Wish } from './wish.ts'

/** Documents whose text is read again, for the words as they were typed. */
const REREAD = 12

/** Less of a query than this is no answer. */
const ENOUGH = 0.3

/** What covers so much of what the best covers is shown too. */
const NEARLY = 0.4

/** Parts shown of one document beside the best. */
const OTHERS = 3

export function openEngine({ documents, index: packed, synonymes, lieux }: SearchData): Engine {
  const index = openIndex(documents, packed)
  const acronyms = acronymsOf(documents)
  const groups = [...synonymes, ...acronyms]
  const lexicon = {
    index,
    synonyms: readSynonyms(groups),
    names: readNames(unpackSorted(lieux)),
    unheld: spellingsOf(groups, index),
    acronyms: new Set(acronyms.map(([sigle = '']) => fold(sigle))),
  }
  return titled(documents, {
    search(query, famille) {
      const { wishes, corrected, unheld, beside } = understand(query, lexicon)
      if (wishes.length === 0) return { found: [], corrected: null, unheld }
      const scores = wishes.map(wish => scoresOf(wish, index))
      const byDocument = new Map<SearchDocument, Map<number, number[]>>()
      for (const [wish, byEntry] of scores.entries())
        for (const [number, score] of byEntry) {
          const { document, part } = entryOf(index, number)
          if (famille !== null && document.famille !== famille) continue
          // Who asks for more than an acronym wants no list of them.
          const answered = part.genre === 'sigle' && wishes.length > 1 ? score * 0.1 : score
          const parts = byDocument.get(document) ?? new Map<number, number[]>()
          const row = parts.get(number) ?? wishes.map(() => 0)
          row[wish] = answered
          parts.set(number, row)
          byDocument.set(document, parts)
        }
      const meant = famille === null ? acronymsMeant(corrected ?? query, index) : []
      const phrases = phrasesOf(wishes)
      if (meant.length === 0 && beside) return { found: [], corrected: null, unheld }
      const ranked = likeliest(byDocument, wishes)
        .map(([document, parts]) => rank(document, parts, { index, phrases, wishes }))
        .sort((a, b) => b.score - a.score)
      const most = Math.max(0, ...ranked.map(({ covered }) => covered))
      const relevant = most < ENOUGH ? [] : ranked.filter(({ covered }) => covered >= most * NEARLY)
      const best = wordForWord(relevant.splice(0, REREAD), corrected ?? query, { phrases, wishes })
      const others = [...best, ...relevant].filter(({ document }) => document !== meant[0]?.document)
      return {
        found: [...meant.slice(0, 1).map(({ document }) => ({ document, entries: meant })), ...others].map(
          ({ document, entries }) => {
            const shown = entries.slice(0, 1 + OTHERS)
            return { document, parts: shown.map(({ part }) => part), stems: markedIn(shown, wishes) }
          },
        ),
        corrected: others.length > 0 ? corrected : null,
        unheld,
      }
    },
  })
}

/** Stems of what was typed, and of what means the same as it stands in the parts: of « cuisine centrale » no word alone. */
const markedIn = (entries: readonly Entry[], wishes: readonly Wish[]): ReadonlySet<string> =>
  new Set(
    wishes
      .flatMap(({ ways }) => ways)
      .filter(
        ({ stems, weight }) =>
          weight === 1 || stems.length === 1 || entries.some(entry => entry.says(stems.join(' '))),
      )
      .flatMap(({ stems }) => stems),
  )

/** How much each entry answers a wish: the best of its ways. */
function scoresOf({ ways }: Wish, index: Index): Map<number, number> {
  const best = new Map<number, number>()
  for (const { stems, weight, name } of ways) {
    const [first, ...rest] =
      name === undefined ? stems.map(stem => index.weightsOf(stem)) : [index.weightsOfName(name)]
    if (!first || rest.some(weights => !weights)) continue
    const sums: [entry: number, sum: number][] = []
    for (const [entry, score] of first) {
      // An acronym is no word that sounds like it: a PARCEL is no parcelle.
      if (weight < 1 && entryOf(index, entry).part.genre === 'sigle') continue
      const others = rest.map(weights => weights?.get(entry) ?? 0)
      if (!others.includes(0)) sums.push([entry, score + others.reduce((sum, other) => sum + other, 0)])
    }
    if (rest.length > 0 && sums.length > READ) sums.sort((a, b) => b[1] - a[1])
    for (const [at, [entry, sum]] of sums.entries()) {
      // « Société publique locale » is no société there and a politique publique here.
      const beside = rest.length === 0 || (at < READ && entryOf(index, entry).says(stems.join(' ')))
      const all = (weight * (beside ? 1 : APART) * sum) / Math.sqrt(stems.length)
      if (all > (best.get(entry) ?? 0)) best.set(entry, all)
    }
  }
  return best
}

/** Parts whose text is read for a phrase, those that say most of its words: to read all that hold them would take long in a large kit. */
const READ = 60

/** What the words of a phrase count for that do not stand side by side. */
const APART = 0.5

/** Documents that are looked at closely. */
const CANDIDATES = 80

/** The documents that say most of what is looked for; to rank each of hundreds would take long. */
function likeliest(
  byDocument: ReadonlyMap<SearchDocument, Map<number, number[]>>,
  wishes: readonly Wish[],
): [SearchDocument, Map<number, number[]>][] {
  if (byDocument.size <= CANDIDATES) return [...byDocument]
  return [...byDocument]
    .map(one => {
      const best = wishes.map(() => 0)
      for (const row of one[1].values())
        for (const [wish, score] of row.entries()) best[wish] = Math.max(best[wish] ?? 0, score)
      const covered = wishes.reduce((sum, { share }, wish) => sum + ((best[wish] ?? 0) > 0 ? share : 0), 0)
      return { one, score: covered * best.reduce((sum, score) => sum + score, 0) }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES)
    .map(({ one }) => one)
}
