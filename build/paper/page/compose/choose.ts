import { columns } from '../../../../src/text/index.ts'
import { placeBand } from './bands.ts'
import { placeColumns, type Runs, spreadColumns, zonesFrom } from './columns.ts'
import type { Matter, MatterItem, Obstacle, Placement, Plan } from './matter.ts'
import { placeRow } from './rows.ts'
import { placeBalanced, placeBeside } from './short-texts.ts'
import { advance, best, cheapestOfPlace, costAt, type Opens, onOnePage, type State } from './state.ts'
import { costOfLast, costOfPage, isPanel, notesOn, placePanel, type Sheet } from './white.ts'

const pageCost = 300
/** Chooses where everything stands: the fewest pages, then the smallest holes.
 *  @param opens an example may begin after the page of its lever where that faces the next
 *  @returns the item that is higher than a page, when one is */
export function choose(sheet: Matter, opens: Opens = null): Plan | Obstacle {
  const { page, items } = sheet
  const start: State = {
    left: { page: 0, y: 0 },
    right: { page: 0, y: 0 },
    announced: false,
    boxes: 0,
    opens,
    cost: 0,
    placed: null,
  }
  const statesAt: State[][] = [[start]]
  let obstacle = 0
  const runs: Runs = new Map()
  for (const [index, item] of items.entries()) {
    const ends = zonesFrom(items, index)
    const closing = isPanel(item)
    const candidates = best(statesAt[index] ?? [], page)
    if (candidates.length > 0) obstacle = index
    const turnings = closing ? [] : cheapestOfPlace(candidates.flatMap(state => turnPage(state, sheet)))
    for (const state of [...candidates, ...turnings]) {
      const add = (at: number, next: readonly State[]) => {
        statesAt[at] ??= []
        statesAt[at].push(...next.map(way => judge(state, way, sheet)))
      }
      if (item.kind === 'rang') {
        add(index + 1, placeRow(state, index, item, page))
        add(index + 1, placeBalanced(state, index, item, page))
      } else if (item.role === 'ressources') add(index + 1, placePanel(state, index, item, sheet))
      else {
        add(index + 1, placeBand(state, index, item, page))
        const announced = items[index + 1]
        if (item.role === 'titre' && announced?.kind === 'rang')
          add(index + 2, placeBeside(state, index, item, announced, page))
      }
      for (const { end, next } of placeColumns(state, items, { first: index, ends, page, runs }))
        add(end, [next])
    }
    statesAt[index] = []
  }
  const finals = (statesAt[items.length] ?? []).map(state => close(state, sheet))
  const cheapest = finals.reduce<State | null>((a, b) => (a && a.cost <= b.cost ? a : b), null)
  return cheapest ? planOf(cheapest, sheet) : { item: obstacle }
}

function turnPage(state: State, sheet: Sheet): State[] {
  const { left, right, announced } = state
  if (announced || right.page > left.page || left.y < 0.3 * sheet.page) return []
  const next = { page: left.page + 1, y: 0 }
  const turned = advance(state, { left: next, right: next, cost: costAt(state, next) })
  return [judge(state, turned, sheet)]
}

/** Adds the cost of the white of each page that is now full. */
function judge(from: State, next: State, sheet: Sheet): State {
  let { cost } = next
  for (let full = pageOf(from); full < pageOf(next); full++) cost += costOfPage(next.placed, full, sheet)
  return cost === next.cost ? next : advance(next, { cost })
}

/** The page that something may still stand on. */
const pageOf = ({ left, right }: State) => Math.min(left.page, right.page)

function close(open: State, sheet: Sheet): State {
  const state = onOnePage(open)
  const last = state.left.page
  return advance(state, {
    cost: state.cost + costOfLast(state.placed, last, sheet) + pageCost * (last + 1),
  })
}

function planOf({ placed, left }: State, sheet: Sheet): Plan {
  const pages: Plan['pages'] = []
  for (let chain = placed; chain; chain = chain.before)
    for (const { pieces, ...part } of chain.placed)
      for (const { page, ...piece } of pieces) {
        const on = page + chain.shift
        pages[on] ??= []
        pages[on].push({ ...part, ...piece })
      }
  const notes = notesOn(placed, left.page, sheet)
  return {
    pages: Array.from(pages, placements => markApart(spreadColumns(placements ?? []), sheet.items)),
    ...(notes && { notes }),
  }
}

/** Marks the boxes of levers that begin neither beside their text nor right under it, or under another box of theirs. */
export function markApart(placements: readonly Placement[], items: readonly MatterItem[]): Placement[] {
  return placements.map(box => {
    const item = items[box.item]
    if (typeof box.part !== 'object' || box.from > 0 || item?.kind !== 'rang' || !item.texte) return box
    const siblings = placements.filter(other => other !== box && other.item === box.item)
    const texts = siblings.filter(({ part }) => part === 'texte')
    const beside = texts.some(
      text => !shareColumn(text, box) && text.top <= box.top + 1 && box.top < text.foot,
    )
    const above = placements
      .filter(other => other !== box && shareColumn(other, box) && other.top < box.top)
      .reduce<Placement | null>((low, other) => (low && low.foot >= other.foot ? low : other), null)
    return beside || above?.item === box.item ? box : { ...box, apart: true }
  })
}

const shareColumn = (a: Placement, b: Placement) =>
  a.left < b.left + columns[b.width] && b.left < a.left + columns[a.width]
