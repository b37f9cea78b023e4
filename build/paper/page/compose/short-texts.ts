import { columns } from '../../../../src/text/index.ts'
import { placeBoxes } from './boxes.ts'
import type { Band, Cut, Flow, Halves, MatterItem, MatterRow } from './matter.ts'
import { LINE, onGrid, pourDown } from './pour.ts'
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
/** A text right of the title of its lever is short. */
const maxBesideTitleMm = 6 * LINE + 0.1
/** Its first line and the heading's are level: so much higher does that begin. Two lines and a rule stand between two of them. */
const [asideTopMm, asideGapMm] = [1.6, 3 * LINE]
const columnsCost = 6

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
        columnsCost +
        holeCost(uneven, WEIGHT.half),
      placed: chain(open, [{ item, part: 'texte', width: 'half', halves, pieces: [first, second] }], at.page),
    })
    return placeBoxes(next, item, row, { start: { page: at.page, y: top }, end, boxes: 'under' }, page)
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
function halve({ height, even = [], head }: Flow, most: number): Halving | null {
  const { level, rest: below } = head ?? { level: 0, rest: 0 }
  const differ = ({ keep, rest }: Cut) => Math.abs(keep - below - (height - rest))
  const cut = even.reduce<Cut | null>((a, b) => (a && differ(a) <= differ(b) ? a : b), null)
  return cut && differ(cut) <= most ? { halves: 'under', cut, level, saved: below - level } : null
}

const besideTitle = ({ height, head }: Flow): Halving | null =>
  head && height - head.rest <= maxBesideTitleMm ? { halves: 'beside', cut: head, level: 0, saved: 0 } : null

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
