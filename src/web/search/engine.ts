import { fold } from '../../fold.ts'
import type { Engine } from './answer.ts'
import { acronymsOf, type SearchData, type SearchDocument } from './documents.ts'
import type { Entry } from './entry.ts'
import { entryOf, type Index, openIndex } from './index.ts'
import { acronymsMeant } from './meaning.ts'
import { readNames } from './names.ts'
import { unpackSorted } from './pack-words.ts'
import { openQuestions, type Taught } from './questions.ts'
import { rank } from './rank.ts'
import { phrasesOf, wordForWord } from './said.ts'
import { spellingsOf } from './spelling.ts'
import { readSynonyms } from './synonyms.ts'
import { titled } from './titled.ts'
import { understand } from './understand.ts'
import type { Wish } from './wish.ts'
import { wordsOf } from './words.ts'

/** Documents whose text is read again, for the words as they were typed. */
const REREAD = 12

/** What questions of other readers count for beside the texts. */
const TAUGHT = 0.55

/** The part of it that counts for a page whatever it says; the other part, as far as it speaks of the query. */
const ANYWAY = 0.8

/** What a page is worth of which only questions of other readers speak, beside the best that the texts give, before it is read word
 *  for word: what a text says as it was typed comes first. */
const UNSAID = 0.12

/** What the words of a query must have been taught at least to answer it where no text does, and to be told to have no answer where
 *  one speaks of them. */
const [LED, LOST] = [3, 6]

/** How much of what was taught most must have led nowhere: of a query that texts hold, and of one of which they lack a word. */
const MOSTLY = [1.1, 0.75] as const

/** What is taught less than so much of what is taught most is no answer alone. */
const LIKELY = 0.7

/** Less of a query than this is no answer. */
const ENOUGH = 0.3

/** What covers so much of what the best covers is shown too. */
const NEARLY = 0.4

/** Parts shown of one document beside the best. */
const OTHERS = 3

export function openEngine({ documents, index: packed, questions, synonymes, lieux }: SearchData): Engine {
  const index = openIndex(documents, packed)
  const numberOf = new Map(documents.map((document, number) => [document, number]))
  const learned = openQuestions(questions, unpackSorted(packed.stems))
  const acronyms = acronymsOf(documents)
  const groups = [...synonymes, ...acronyms]
  const lexicon = {
    index,
    synonyms: readSynonyms(groups),
    names: readNames(unpackSorted(lieux)),
    unheld: spellingsOf(groups, index),
    acronyms: new Set(acronyms.map(([sigle = '']) => fold(sigle))),
    learned,
  }
  return titled(documents, {
    search(query, famille) {
      const { wishes, read, corrected, unheld, beside } = understand(query, lexicon)
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
      const taught = learned.taught(read)
      const phrases = phrasesOf(wishes)
      const whole = unheld.length === 0
      const lost =
        beside ||
        ((!whole || !wishes.some(isPhrase)) &&
          leadsNowhere(taught, { said: byDocument.size > 0, whole }) &&
          !isSaid(phrases, byDocument, index))
      if (meant.length === 0 && lost) return { found: [], corrected: null, unheld }
      const favour = (document: SearchDocument) =>
        Math.exp(TAUGHT * (taught.documents.get(numberOf.get(document) ?? -1) ?? 0))
      const ranked = likeliest(byDocument, wishes)
        .map(([document, parts]) => rank(document, parts, { index, phrases, wishes }))
        .map(one => ({
          ...one,
          score: one.score * favour(one.document) ** (ANYWAY + (1 - ANYWAY) * one.covered),
        }))
        .sort((a, b) => b.score - a.score)
      const most = Math.max(0, ...ranked.map(({ covered }) => covered))
      const relevant = most < ENOUGH ? [] : ranked.filter(({ covered }) => covered >= most * NEARLY)
      const best = wordForWord(relevant.splice(0, REREAD), corrected ?? query, { phrases, wishes })
      const worded = [...best, ...relevant]
      // What texts write as a name alone is what they say of it: « Emmaüs » is found before what other readers sought by it.
      const [name, ...more] = wordsOf(read)
      const isName = name !== undefined && more.length === 0 && index.hasWord(name) && !index.isCommon(name)
      const strongest = Math.max(0, ...ranked.map(({ document, score }) => score / favour(document)))
      const unsaid = answersOf(taught)
        .flatMap(number => documents[number] ?? [])
        .filter(
          document =>
            (famille === null || document.famille === famille) &&
            !worded.some(one => one.document === document),
        )
        .map(document => ({
          document,
          entries: index.entries.filter(entry => entry.document === document).slice(0, 1),
          score: isName ? 0 : (strongest || 1) * UNSAID * favour(document),
        }))
      const others = [...worded, ...unsaid]
        .sort((a, b) => b.score - a.score)
        .filter(({ document }) => document !== meant[0]?.document)
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

/** Whether words stand together for one thing: « ramassage scolaire » is no ramassage that nobody answers. */
const isPhrase = ({ ways: [way] }: Wish) =>
  way !== undefined && way.name === undefined && way.stems.length > 1

/** Whether readers who asked with these words were answered by no page.
 *  @param said whether texts speak of them. @param whole whether of all of them */
function leadsNowhere({ documents, nowhere }: Taught, { said, whole }: { said: boolean; whole: boolean }) {
  if (nowhere === 0) return false
  const most = Math.max(0, ...documents.values())
  return whole ? nowhere >= MOSTLY[0] * most && (!said || nowhere >= LOST) : nowhere >= MOSTLY[1] * most
}

/** Whether a part says the words of a query one after the other: « 5 hectares » are some, whoever asked for hectares in vain. */
const isSaid = (
  phrases: readonly string[],
  byDocument: ReadonlyMap<SearchDocument, ReadonlyMap<number, readonly number[]>>,
  index: Index,
) =>
  phrases.some(
    phrase =>
      phrase.includes(' ') &&
      [...byDocument.values()].some(rows =>
        [...rows].some(([number, row]) => !row.includes(0) && entryOf(index, number).says(phrase)),
      ),
  )

/** The documents, by number, that questions lead to where no text does. */
function answersOf({ documents }: Taught): number[] {
  const least = Math.max(LED, LIKELY * Math.max(0, ...documents.values()))
  return [...documents].flatMap(([number, weight]) => (weight >= least ? number : []))
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
