import { acronymsOf, type Part, type SearchData, type SearchDocument } from './documents.ts'
import { type Entry, type Index, openIndex } from './index.ts'
import { readNames } from './names.ts'
import { unpackSorted } from './pack-words.ts'
import { learnedOf, openQuestions } from './questions.ts'
import { phrasesOf, type Ranked, wordForWord } from './said.ts'
import { spellingsOf } from './spelling.ts'
import { readSynonyms, understand, type Wish } from './understand.ts'

/** A document that answers: its best part first, then other parts that answer too. `stems` are the words to mark. */
export type SearchHit = { document: SearchDocument; parts: Part[]; stems: ReadonlySet<string> }

export type Answer = {
  found: SearchHit[]
  /** The query as it was probably meant, when it was searched for instead. */
  corrected: string | null
  /** Words of the query, as typed, that the kit does not hold. */
  unheld: readonly string[]
}

export type Engine = {
  /** @param famille id of a family to keep to */
  search(query: string, famille: string | null): Answer
}

/** What a page counts for that only says what the kit is: much less where it says but a part of what is asked. */
const [ASIDE, BESIDE] = [0.8, 0.3]

/** Parts of a list: what one says and what another says does not belong together. */
const alone: ReadonlySet<Part['genre']> = new Set(['domaine', 'sigle'])

/** What a part counts for, all words being equal. */
const worth: Record<Part['genre'], number> = {
  page: 1.3,
  section: 1,
  domaine: 0.7,
  ressources: 0.5,
  levier: 1,
  exemple: 0.7,
  chiffre: 0.8,
  sigle: 0.15,
}

/** Documents whose text is read again, for the words as they were typed. */
const REREAD = 12

/** What questions of other readers count for beside the texts. */
const TAUGHT = 0.4

/** Less of a query than this is no answer. */
const ENOUGH = 0.3

/** What covers so much of what the best covers is shown too. */
const NEARLY = 0.4

/** Parts shown of one document beside the best. */
const OTHERS = 3

export function openEngine({ documents, index: packed, questions, synonymes, lieux }: SearchData): Engine {
  const index = openIndex(documents, packed)
  const learned = openQuestions(questions, unpackSorted(packed.stems))
  const groups = [...synonymes, ...acronymsOf(documents)]
  const lexicon = {
    index,
    synonyms: readSynonyms(groups),
    names: readNames(lieux),
    unheld: spellingsOf(groups, index),
  }
  return {
    search(query, famille) {
      const { wishes, read, corrected, unheld } = understand(query, lexicon)
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
      const phrases = phrasesOf(wishes)
      const taught = new Map(
        [...learnedOf(read, learned)].map(([number, weight]) => [documents[number], weight]),
      )
      const ranked = likeliest(byDocument, wishes)
        .map(([document, parts]) => rank(document, parts, { index, phrases, wishes }))
        .map(one => ({ ...one, score: one.score * Math.exp(TAUGHT * (taught.get(one.document) ?? 0)) }))
        .sort((a, b) => b.score - a.score)
      const most = Math.max(0, ...ranked.map(({ covered }) => covered))
      const relevant = most < ENOUGH ? [] : ranked.filter(({ covered }) => covered >= most * NEARLY)
      const best = wordForWord(relevant.splice(0, REREAD), corrected ?? query, { phrases, wishes })
      return {
        found: [...best, ...relevant].map(({ document, entries }) => {
          const shown = entries.slice(0, 1 + OTHERS)
          return { document, parts: shown.map(({ part }) => part), stems: markedIn(shown, wishes) }
        }),
        corrected: best.length > 0 ? corrected : null,
        unheld,
      }
    },
  }
}

/** Stems of what was typed, and of what means the same as it stands in the parts: of « cuisine centrale » no word alone. */
const markedIn = (entries: readonly Entry[], wishes: readonly Wish[]): ReadonlySet<string> =>
  new Set(
    wishes
      .flatMap(({ ways }) => ways)
      .filter(
        ({ stems, weight }) =>
          weight === 1 ||
          stems.length === 1 ||
          entries.some(entry => entry.words().includes(` ${stems.join(' ')} `)),
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
      const beside =
        rest.length === 0 ||
        (at < READ &&
          entryOf(index, entry)
            .words()
            .includes(` ${stems.join(' ')} `))
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

/** A document is worth its best part, and a share of what else it says of each wish. */
function rank(
  document: SearchDocument,
  rows: ReadonlyMap<number, readonly number[]>,
  { index, phrases, wishes }: { index: Index; phrases: readonly string[]; wishes: readonly Wish[] },
): Ranked {
  const whole = wishes.reduce((sum, { share }) => sum + share, 0)
  const covers = (row: readonly number[]) =>
    wishes.reduce((sum, { share }, wish) => sum + ((row[wish] ?? 0) > 0 ? share : 0), 0) / whole
  const running = [...rows].flatMap(([number, row]) =>
    alone.has(entryOf(index, number).part.genre) ? [] : [row],
  )
  const best = wishes.map((_, wish) => running.map(row => row[wish] ?? 0).sort((a, b) => b - a))
  const parts = [...rows]
    .map(([number, row]) => {
      const entry = entryOf(index, number)
      const share = covers(row)
      const sum = row.reduce((total, score, wish) => total + score * emphasis(wishes[wish]), 0)
      const { part } = entry
      return {
        entry,
        score: sum * share * share * worth[part.genre] * likeness(entry, phrases),
      }
    })
    .sort((a, b) => b.score - a.score)
  // What many parts speak of is what the document is about.
  const rest = best.reduce(
    (total, [first = 0, second = 0, third = 0], wish) =>
      total + (first + 0.5 * (second + third)) * emphasis(wishes[wish]),
    0,
  )
  const together = Math.max(0, ...[...rows.values()].map(covers))
  const somewhere = Math.max(together, covers(best.map(([first = 0]) => first)))
  return {
    document,
    entries: parts.map(({ entry }) => entry),
    score:
      ((parts[0]?.score ?? 0) + 0.6 * rest) *
      somewhere ** 1.5 *
      together ** (isPlaced(wishes) ? BELONGS : 0.5) *
      (document.famille === undefined && wishes.length > 1 ? (somewhere < 1 ? BESIDE : ASIDE) : 1),
    // Words that stand in one part belong together.
    covered: (somewhere + together) / 2,
  }
}

/** What is asked of a place belongs in one part with it: one part that says all answers better than several that say a piece each,
 *  and much better there. */
const BELONGS = 2

const isPlaced = (wishes: readonly Wish[]) => wishes.some(({ ways: [way] }) => way?.name !== undefined)

/** What one wants to do weighs less in a score too. */
const emphasis = (wish: Wish | undefined) => Math.min(1, 0.3 + (wish?.share ?? 0))

/** More for a part whose title says what was typed, begins with it (a whole page's more than a passage's), or holds it word for word. */
function likeness(entry: Entry, phrases: readonly string[]): number {
  const title = entry.title()
  if (phrases.includes(title)) return 2
  if (phrases.some(phrase => title.startsWith(`${phrase} `))) return entry.part.genre === 'page' ? 2 : 1.6
  return phrases.some(phrase => phrase.includes(' ') && ` ${title} `.includes(` ${phrase} `)) ? 1.4 : 1
}

function entryOf({ entries }: Index, number: number): Entry {
  const entry = entries[number]
  if (!entry) throw new Error(`the index knows no entry ${number}`)
  return entry
}
