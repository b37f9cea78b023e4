import type { Part, SearchDocument } from './documents.ts'
import type { Entry } from './entry.ts'
import { entryOf, type Index } from './index.ts'
import type { Ranked } from './said.ts'
import type { Wish } from './wish.ts'

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

/** A document is worth its best part, and a share of what else it says of each wish. */
export function rank(
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
      (isPlaced(wishes) && !best.some(([first = 0], wish) => first > 0 && isPlace(wishes[wish]))
        ? ELSEWHERE
        : 1) *
      (document.famille === undefined && wishes.length > 1 ? (somewhere < 1 ? BESIDE : ASIDE) : 1),
    // Words that stand in one part belong together.
    covered: (somewhere + together) / 2,
  }
}

/** What is asked of a place belongs in one part with it: one part that says all answers better than several that say a piece each,
 *  and much better there. */
const BELONGS = 2

/** What a page counts for that does not speak of the place. */
const ELSEWHERE = 0.5

const isPlace = (wish: Wish | undefined) => wish?.ways[0]?.name !== undefined

const isPlaced = (wishes: readonly Wish[]) => wishes.some(isPlace)

/** What one wants to do weighs less in a score too. */
const emphasis = (wish: Wish | undefined) => Math.min(1, 0.3 + (wish?.share ?? 0))

/** More for a part whose title says what was typed, begins with it (a whole page's more than a passage's), or holds it word for word. */
function likeness(entry: Entry, phrases: readonly string[]): number {
  const title = entry.title()
  if (phrases.includes(title)) return 2
  if (phrases.some(phrase => title.startsWith(`${phrase} `))) return entry.part.genre === 'page' ? 2 : 1.6
  return phrases.some(phrase => phrase.includes(' ') && ` ${title} `.includes(` ${phrase} `)) ? 1.4 : 1
}
