import { placeAcross, placeBoxes, type Text } from './boxes.ts'
import type { Flow, MatterRow } from './matter.ts'
import { leastPieceMm, type PouredRun, pourDown } from './pour.ts'
import { advance, chain, later, levelColumns, type State, skipCost, startUnder, WEIGHT } from './state.ts'

/** White allowed at the foot of a page, in mm, so that it ends level with the facing page. */
const sparedMm = 15
/** Cost of each unusual placement: it has to save a hole. */
const COST = { alone: 150, carried: 40 }

/** The ways to set a row with its text beside the margin, or across the page where it opens the document. */
export function placeRow(state: State, item: number, row: MatterRow, page: number): State[] {
  if (!row.chapo || !row.texte?.page) return beside()
  const across = placeAcross(state, item, row.texte.page, 'texte', page)
  const open = across.flatMap(({ state, ...text }) => boxes(state, text))
  // Nothing stands beside it: then it runs across the page.
  return row.boxes.length === 0 ? open : [...open, ...beside()]

  function beside(): State[] {
    if (!row.texte) {
      const open = levelColumns(state)
      return boxes(open, { start: open.left, end: open.left })
    }
    const flow = row.texte.text
    if (!flow) return []
    const from = { page: state.left.page, y: startUnder(state) }
    const run = pourDown(flow, from, page)
    if (!run || (state.announced && run.start.page > from.page)) return []
    const higher = run.pieces.length > 1 ? pourDown(flow, from, page, { spared: sparedMm }) : null
    return [
      ...setText(run),
      ...(higher && higher.start.page === run.start.page ? setText(higher) : []),
      ...(row.boxes.length > 0 ? carryOver(flow, run) : []),
    ]
  }

  function setText({ pieces, start, end }: PouredRun, extra = 0): State[] {
    // Nothing stands beside it, where it could have two columns.
    const alone =
      !row.lever && row.texte?.half && row.boxes.length === 0 && later(state.right, start) === start
    const next = advance(state, {
      left: end,
      announced: false,
      cost: state.cost + extra + (alone ? COST.alone : 0) + skipCost(state.left, start, WEIGHT.left),
      placed: chain(state, [{ item, part: 'texte', width: 'text', pieces }], state.left.page),
    })
    return boxes(next, { start, end, boxes: row.chapo ? 'margin' : undefined })
  }

  /** A text that would end on its page goes on, on the next one: its boxes may begin there. */
  function carryOver({ cuts, height }: Flow, { pieces: [whole, next], start }: PouredRun): State[] {
    const cut = cuts.findLast(({ keep }) => keep >= leastPieceMm)
    if (!cut || !whole || next) return []
    const head = { ...whole, foot: whole.top + cut.keep, until: cut.keep }
    const end = { page: start.page + 1, y: height - cut.rest }
    const rest = { page: whole.page + 1, left: 0, top: 0, foot: end.y, from: cut.rest, until: null }
    const carried = setText({ pieces: [head, rest], start, end }, COST.carried)
    return carried.filter(({ boxes }) => boxes > start.page)
  }

  function boxes(from: State, text: Text): State[] {
    return placeBoxes(from, item, row, row.lone ? { ...text, boxes: 'below' } : text, page)
  }
}
