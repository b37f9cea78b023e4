import { columns } from '../../../../src/text/index.ts'
import { placeBoxes, type Text } from './boxes.ts'
import type { Band, Cut, Flow, Halves, MatterItem, MatterRow } from './matter.ts'
import { GAP, LINE, leastPieceMm, onGrid, pourDown, underHeading } from './pour.ts'
import {
  advance,
  chain,
  holeCost,
  leavesHeading,
  levelColumns,
  type State,
  skipCost,
  startUnder,
  WEIGHT,
} from './state.ts'

/** Left edges of the right one of two even columns, and of a text right of its heading. */
const [rightEdge, asideEdge] = [columns.page - columns.half, columns.page - columns.text]
/** Two columns of one text end alike: so many mm apart at most. */
const maxUnevenMm = 10
/** A text beside its heading is short. */
const maxBesideHeadingMm = 9 * LINE
/** A text right of the title of its lever is shorter. */
const maxBesideTitleMm = 6 * LINE + 0.1
/** Under the top of a heading, the first line on which the text beside it may begin. */
const firstLineMm = 5.6
/** Its first line and the heading's are level: so much higher does that begin. Two lines and a rule stand between two of them. */
const [asideTopMm, asideGapMm] = [1.6, 3 * LINE]
const COST = { columns: 6, beside: 12, uneven: 4 }

/** A text in two columns that end alike, or a short one right of its title; its boxes under it. */
export function placeBalanced(state: State, item: number, row: MatterRow, page: number): State[] {
  const flow = row.texte?.half
  if (!flow || row.chapo || row.lone) return []
  const open = levelColumns(state)
  const { left: at, right } = open
  if (leavesHeading(state, open)) return []
  const top = startUnder(open)
  return halvingsOf(flow, row.lever === true).flatMap(({ halves, cut, level, saved }) => {
    const first = { page: 0, left: 0, top, foot: top + cut.keep - saved, from: 0, until: cut.keep }
    const textTop = top + level
    const foot = textTop + flow.height - cut.rest
    const second = { page: 0, left: rightEdge, top: textTop, foot, from: cut.rest, until: null }
    const end = { page: at.page, y: Math.max(first.foot, foot) }
    if (end.y > page) return []
    const uneven = Math.abs(first.foot - foot)
    const next = advance(open, {
      left: end,
      right: end,
      announced: false,
      cost:
        open.cost +
        skipCost(at, { page: at.page, y: top }, WEIGHT.left) +
        skipCost(right, { page: at.page, y: textTop }, WEIGHT.right) +
        COST.columns +
        (uneven > maxUnevenMm ? COST.uneven : 0) +
        holeCost(uneven, WEIGHT.half),
      placed: chain(open, [{ item, part: 'texte', width: 'half', halves, pieces: [first, second] }], at.page),
    })
    return placeBoxes(next, item, row, { start: { page: at.page, y: top }, end, boxes: 'across' }, page)
  })
}

/** A text cut in two columns: its cut, how far under the first column the second begins, and how much lower the title is that runs across. */
type Halving = { halves: Halves; cut: Cut; level: number; saved: number }

const halvingsOf = (flow: Flow, lever: boolean): Halving[] =>
  // A lever's title that is too long to run across both columns stands over one.
  lever && !flow.head
    ? []
    : [halve(flow, lever ? maxUnevenMm : 3 * maxUnevenMm), besideTitle(flow)].flatMap(way => way ?? [])

/** As high as both can be alike, level under their title. */
function halve({ height, cuts, head }: Flow, most: number): Halving | null {
  const { level, rest: below, cuts: under } = head ?? { level: 0, rest: 0, cuts }
  const differ = ({ keep, rest }: Cut) => Math.abs(keep - below - (height - rest))
  const cut = under.reduce<Cut | null>((a, b) => (a && differ(a) <= differ(b) ? a : b), null)
  return cut && cut.keep >= leastPieceMm && differ(cut) <= most
    ? { halves: 'under', cut, level, saved: below - level }
    : null
}

const besideTitle = ({ height, head }: Flow): Halving | null =>
  head && height - head.rest <= maxBesideTitleMm ? { halves: 'beside', cut: head, level: 0, saved: 0 } : null

/** The heading of a section, and beside it the short text that follows; the boxes of that under both. */
export function placeBeside(state: State, item: number, band: Band, row: MatterRow, page: number): State[] {
  const flow = row.texte?.half
  if (!flow || row.lever || row.chapo || row.lone) return []
  if (band.aside !== undefined || band.column === undefined || flow.height > maxBesideHeadingMm) return []
  const open = levelColumns(state)
  const { page: on, y } = open.left
  const { top, foot: below } = underHeading(y, GAP.row, band.column)
  const textTop = onGrid(top + firstLineMm)
  const text: Text = {
    start: { page: on, y: textTop },
    end: { page: on, y: textTop + flow.height },
    boxes: 'below',
  }
  const foot = Math.max(below, text.end.y)
  // Beside a heading of two lines stand as many lines of text: more would be another form of heading.
  if (foot > page || text.end.y > below + LINE) return []
  const whole = { page: 0, from: 0, until: null }
  const heading = { ...whole, left: 0, top, foot: below }
  const piece = { ...whole, left: rightEdge, top: text.start.y, foot: text.end.y }
  const end = { page: on, y: foot }
  const next = advance(open, {
    left: end,
    right: end,
    announced: false,
    cost: open.cost + COST.beside,
    placed: chain(
      open,
      [
        { item, part: 'bande', width: 'page', beside: true, pieces: [heading] },
        { item: item + 1, part: 'texte', width: 'half', pieces: [piece] },
      ],
      on,
    ),
  })
  return placeBoxes(next, item + 1, row, text, page)
}

/** Tells a free text whose sections have a text each and no box: it may have its headings in a column of their own. */
export const hasAsides = (items: readonly MatterItem[]): boolean =>
  items.some(item => item.kind === 'bande' && item.aside !== undefined) &&
  items.every((item, index) => {
    const before = items[index - 1]
    const headed = before?.kind === 'bande' && before.role === 'titre'
    if (item.kind === 'bande') return (item.aside !== undefined || item.role === 'tete') && !headed
    return item.boxes.length === 0 && (headed || item.chapo)
  })

/** The heading of a section of a free text, and right of it its text, which may go on over the next pages. */
export function placeAside(
  state: State,
  item: number,
  { aside = 0 }: Band,
  row: MatterItem | undefined,
  page: number,
): State[] {
  const flow = row?.kind === 'rang' ? row.texte?.text : null
  if (!flow) return []
  const { page: on, y } = state.left
  const from = { page: on, y: y === 0 ? LINE : onGrid(y + asideGapMm) }
  const run = pourDown(flow, from, page, { left: asideEdge })
  if (!run || run.start.page > on) return []
  const top = from.y - asideTopMm
  const heading = { page: 0, left: 0, top, foot: top + aside, from: 0, until: null }
  const end = run.end.page === on ? { page: on, y: Math.max(run.end.y, heading.foot) } : run.end
  const placed = chain(
    state,
    [
      { item, part: 'bande', width: 'margin', pieces: [heading] },
      { item: item + 1, part: 'texte', width: 'text', pieces: run.pieces },
    ],
    on,
  )
  return [advance(state, { left: end, right: end, announced: false, cost: state.cost, placed })]
}
