import { balance } from './balance.ts'
import type { ZoneRun } from './fill-zone.ts'
import type { MatterItem } from './matter.ts'
import { advance, chain, costAt, leavesHeading, levelColumns, type State, startUnder } from './state.ts'

/** A lever alone is higher than this, in mm: it may run over a page. */
const longLeverMm = 120
const maxItems = 12

export type Runs = Map<string, readonly ZoneRun[]>

/** Lists the ends of the zones of two columns that begin with an item: rows, or whole sections of text, each under its heading. */
export function zonesFrom(items: readonly MatterItem[], first: number): number[] {
  const ends: number[] = []
  const sections = items[first]?.kind === 'bande'
  let headings = 0
  for (let end = first + 1; end <= Math.min(items.length, first + maxItems); end++) {
    const item = items[end - 1]
    if (item?.kind === 'bande') {
      if (!sections || item.column === undefined) break
      headings++
      continue
    }
    if (item?.lone) {
      // Side by side they have one heading over both.
      if (end === first + 1 && !item.texte && item.boxes.length > 1) ends.push(end)
      break
    }
    if (!item || (item.texte && !item.texte.half) || (sections && (item.lever || item.boxes.length > 0)))
      break
    // One heading stands across the page, over its columns; a lever alone has its title across both.
    const alone =
      end === first + 1 &&
      item.lever &&
      item.boxes.length === 0 &&
      (item.texte?.half?.height ?? 0) < longLeverMm
    if (sections ? headings > 1 : !alone) ends.push(end)
  }
  return ends
}

/** Items from `first` to before each of `ends`, with their boxes, in two even columns that end alike. */
export function placeColumns(
  state: State,
  items: readonly MatterItem[],
  { first, ends, page, runs }: { first: number; ends: readonly number[]; page: number; runs: Runs },
): { end: number; next: State }[] {
  if (ends.length === 0) return []
  const open = levelColumns(state)
  const { left } = open
  if (leavesHeading(state, open)) return []
  const start = { page: left.page, y: startUnder(open) }
  const cost = costAt(open, start)
  // Pages of a zone count from its first.
  const opens = open.opens === null ? null : (open.opens + left.page) % 2 ? 1 : 0
  return ends.flatMap(end => {
    const key = `${first} ${end} ${start.y.toFixed(1)} ${opens}`
    let ways = runs.get(key)
    if (!ways) {
      ways = balance(items, [first, end], start.y, { page, opens })
      runs.set(key, ways)
    }
    return ways.map(run => {
      const at = { page: left.page + run.page, y: run.foot }
      const next = advance(open, {
        left: at,
        right: at,
        announced: false,
        boxes: at.page,
        cost: cost + run.cost,
        placed: chain(open, run.placed, left.page),
      })
      return { end, next }
    })
  })
}
