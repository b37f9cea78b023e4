import type { Band, Flow } from './matter.ts'
import { cutCost, GAP, onGrid, pourDown, underHeading } from './pour.ts'
import { advance, type ColumnPlace, chain, levelColumns, type State, skipCost, WEIGHT } from './state.ts'

const maxPages = 12

/** Places a table, misconceptions, or a band higher than a page: it goes on over the next pages; resources end theirs. */
export function placeRows(
  open: State,
  item: number,
  { role, rows, headed }: Band & { rows: Flow },
  page: number,
): State[] {
  const { page: on, y } = open.left
  const here = { page: on, y: y === 0 || (headed && open.announced) ? y : onGrid(y + GAP.row) }
  const starts = y > 0 && !open.announced ? [here, { page: on + 1, y: 0 }] : [here]
  return starts.flatMap(start => {
    const run = pourDown(rows, start, page, { pages: maxPages })
    if (!run || (open.announced && run.start.page > start.page)) return []
    const end = role === 'ressources' ? { page: run.end.page, y: page } : run.end
    const cost =
      open.cost +
      (isCut(role) ? cutCost(rows.height, page) * (run.pieces.length - 1) : 0) +
      skipCost(open.left, start, WEIGHT.left) +
      skipCost(open.right, start, WEIGHT.right)
    const placed = chain(open, [{ item, part: 'bande', width: 'page', pieces: run.pieces }], start.page)
    return [advance(open, { left: end, right: end, announced: false, cost, placed })]
  })
}

/** Tells a band that may be cut though a page would hold it. */
const isCut = (role: Band['role']): boolean => role === 'tableau' || role === 'plein'

export function placeBand(state: State, item: number, band: Band, page: number): State[] {
  const open = levelColumns(state)
  const { rows } = band
  const cut = rows && (isCut(band.role) || band.height > page)
  const ways = cut ? placeRows(open, item, { ...band, rows }, page) : []
  if (rows && band.height > page) return ways
  const add = (
    from: State,
    place: ColumnPlace,
    {
      extra = 0,
      narrow = false,
      foot = place.y + band.height,
    }: { extra?: number; narrow?: boolean; foot?: number } = {},
  ) => {
    if (foot > page + 0.1) return
    const end = { page: place.page, y: foot }
    const piece = { page: place.page, left: 0, top: place.y, foot: end.y, from: 0, until: null }
    const cost =
      from.cost +
      extra +
      skipCost(from.left, place, WEIGHT.left) +
      (narrow ? 0 : skipCost(from.right, place, WEIGHT.right))
    ways.push(
      advance(from, {
        left: end,
        right: narrow ? from.right : end,
        announced: band.role === 'titre' || band.role === 'tete',
        cost,
        placed: chain(from, [{ item, part: 'bande', width: narrow ? 'text' : 'page', pieces: [piece] }], 0),
      }),
    )
  }
  const { page: on, y } = open.left
  if (band.role === 'titre') addHeading(open, y)
  else {
    const follows = band.role === 'tete' || (band.headed && state.announced)
    add(open, { page: on, y: follows || y === 0 ? y : onGrid(y + GAP.row) })
  }
  if (y > 0 && !state.announced)
    if (band.role === 'titre') addHeading(open, 0, on + 1)
    else add(open, { page: on + 1, y: 0 })
  // Beside a box that goes on, a heading stands over its own column.
  const { left, right } = state
  const longer = left.page === right.page && right.y - left.y > 20
  if (band.role === 'titre' && band.narrow && longer) addHeading(state, left.y, left.page, band.narrow)
  return ways

  function addHeading(from: State, above: number, page = on, narrow?: number): void {
    const { top, foot } = underHeading(above, GAP.row, narrow ?? band.height)
    add(from, { page, y: top }, { extra: narrow ? 1 : 0, narrow: narrow !== undefined, foot })
  }
}
