import { columns } from '../../../../src/text/index.ts'
import type { Band, Flow, MatterItem } from './matter.ts'
import { GAP, LINE, onGrid, type PouredPiece, pourDown, underHeading } from './pour.ts'
import {
  advance,
  type Chain,
  type ColumnPlace,
  chain,
  holeCost,
  levelColumns,
  maxUnseenMm,
  onOnePage,
  type State,
  skipCost,
  usedOn,
  WEIGHT,
  withInk,
} from './state.ts'

/** White over the panel of resources where there is no room for more. */
const closeGapMm = LINE
/** Height that the panel of resources may gain over its contents before it counts as a hole. */
const maxGrowthMm = 90
/** Cost of a page of resources alone; number of entries from which they may have one. */
const resourcesPageCost = 2400
const entriesForPage = 9
const maxPages = 12
/** Cost of each cut between rows: it has to save a hole. Lengths by which its first page may end higher, for the next pages. */
const [rowCutCost, sparedMm] = [30, [0, 30, 60]]
/** Part of what white over the whole page costs above the resources, which close the document. */
const closingShare = 0.4

/** Places a table, misconceptions, or a band higher than a page: it goes on over the next pages; resources end theirs. */
function placeRows(
  open: State,
  item: number,
  { role, rows, headed }: Band & { rows: Flow },
  page: number,
): State[] {
  const { page: on, y } = open.left
  const here = { page: on, y: y === 0 || (headed && open.announced) ? y : onGrid(y + GAP.row) }
  const starts = y > 0 && !open.announced ? [here, { page: on + 1, y: 0 }] : [here]
  const ends = starts.flatMap(start => (isCut(role) ? sparedMm : [0]).map(spared => ({ start, spared })))
  return ends.flatMap(({ start, spared }) => {
    const run = pourDown(rows, start, page, { spared, pages: maxPages })
    if (!run) return []
    const end = role === 'ressources' ? { page: run.end.page, y: page } : run.end
    const cost =
      open.cost +
      (isCut(role) ? cutsCost(run.pieces, page) : 0) +
      skipCost(open.left, start, page, WEIGHT.left) +
      skipCost(open.right, start, page, WEIGHT.right)
    const placed = chain(open, [{ item, part: 'bande', width: 'page', pieces: run.pieces }], start.page)
    return [advance(open, { left: end, right: end, announced: false, cost, placed })]
  })
}

/** Tells a band that may be cut though a page would hold it. */
const isCut = (role: Band['role']): boolean => role === 'tableau' || role === 'plein'

const cutsCost = (pieces: readonly PouredPiece[], page: number): number =>
  pieces.slice(0, -1).reduce((sum, { foot }) => sum + rowCutCost + holeCost(page - foot, WEIGHT.both), 0)

export function placeBand(state: State, item: number, band: Band, page: number): State[] {
  const base = band.role === 'ressources' ? onOnePage(state, page) : state
  const open = levelColumns(base, page)
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
      panelTop = place.y,
    }: { extra?: number; narrow?: boolean; foot?: number; panelTop?: number } = {},
  ) => {
    if (foot > page + 0.1) return
    const end = { page: place.page, y: foot }
    const piece = { page: place.page, left: 0, top: panelTop, foot: end.y, from: 0, until: null }
    const holes =
      skipCost(from.left, place, page, WEIGHT.left) +
      (narrow ? 0 : skipCost(from.right, place, page, WEIGHT.right))
    const closes = band.role === 'ressources' && place.page === from.left.page
    const cost = from.cost + extra + (closes ? closingShare * holes : holes)
    ways.push(
      advance(from, {
        left: end,
        right: narrow ? from.right : band.role === 'titre' ? withInk(end, place.y) : end,
        announced: band.role === 'titre' || band.role === 'tete',
        heading: band.role === 'titre' ? end : from.heading,
        cost,
        placed: chain(from, [{ item, part: 'bande', width: narrow ? 'text' : 'page', pieces: [piece] }], 0),
      }),
    )
  }
  const { page: on, y } = open.left
  if (band.role === 'ressources') {
    const gap = onGrid(y + GAP.row) + band.height > page ? closeGapMm : GAP.row
    const panelTop = onGrid(y + gap)
    const top = onGrid(Math.max(y + gap, page - band.height - maxGrowthMm))
    const poor = poorCost(usedOn(base) + band.height, page, 'used')
    add(open, { page: on, y: top }, { extra: poor, panelTop })
    if (y > 0)
      add(
        open,
        { page: on + 1, y: 0 },
        { extra: (band.entries ?? 0) < entriesForPage ? resourcesPageCost : resourcesPageCost / 40 },
      )
    return ways.map(way => advance(way, { left: { ...way.left, y: page }, right: { ...way.left, y: page } }))
  }
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

/** Strips of the first and of the last column, in mm from the left edge of the text, for both divisions of a page: text and
 *  margin, or halves. */
const strips = {
  left: [0, columns.page / 2],
  right: [columns.page - columns.margin, columns.page],
} as const
/** Least shares of the last page, wished and required: of ink, and of the height above the resources, these included. */
const leastShares = { ink: [0.38, 0.35], used: [0.22, 0.18] } as const

/** Computes the cost of a last page that holds so little, in mm of both columns. */
export function poorCost(height: number, page: number, of: keyof typeof leastShares): number {
  const part = height / page
  const [little, least] = leastShares[of]
  return 700 * Math.max(0, little - part) + 1200 * Math.max(0, least - part)
}

/** Height of what stands on a page, in mm of both columns, with the small white between. */
export function inkOn(placed: Chain | null, page: number, items: readonly MatterItem[]): number {
  return WEIGHT.left * inkIn('left') + WEIGHT.right * inkIn('right')

  function inkIn(side: 'left' | 'right'): number {
    const [from, to] = strips[side]
    const stretches: [top: number, foot: number][] = []
    for (let chain = placed; chain && chain.last >= page; chain = chain.before)
      for (const { item, part, pieces, width } of chain.placed) {
        // The rule of a heading alone comes so far.
        const source = items[item]
        if (
          side === 'right' &&
          part === 'bande' &&
          source?.kind === 'bande' &&
          source.role === 'titre' &&
          width !== 'half'
        )
          continue
        for (const { page: on, left, top, foot } of pieces)
          if (on + chain.shift === page && left < to && left + columns[width] > from)
            stretches.push([top, foot])
      }
    stretches.sort(([a], [b]) => a - b)
    let [ink, y] = [0, 0]
    for (const [top, foot] of stretches) {
      if (foot <= y) continue
      ink += foot - (top - y <= maxUnseenMm ? y : top)
      y = foot
    }
    return ink
  }
}
