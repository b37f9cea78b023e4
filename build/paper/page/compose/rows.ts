import { type PlacedText, placeAcross, placeBoxes } from './boxes.ts'
import type { MatterRow } from './matter.ts'
import { type PouredRun, pourDown } from './pour.ts'
import { advance, chain, later, levelColumns, type State, skipCost, startUnder, WEIGHT } from './state.ts'

/** Cost of each unusual placement: it has to save a hole. */
const COST = { alone: 150, across: 60 }

/** The ways to set a row with its text beside the margin, or across the page where it opens the document. */
export function placeRow(state: State, item: number, row: MatterRow, page: number): State[] {
  if (!row.chapo || !row.texte?.page) return beside()
  const across = placeAcross(state, item, row.texte.page, 'texte', page)
  // Its figures stand beside it; where there are none it runs across the page.
  const extra = row.boxes.length > 0 ? COST.across : 0
  const open = across.flatMap(({ state, ...text }) =>
    boxes(advance(state, { cost: state.cost + extra }), text),
  )
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
    return setText(run)
  }

  function setText({ pieces, start, end }: PouredRun): State[] {
    const next = advance(state, {
      left: end,
      announced: false,
      cost: state.cost + skipCost(state.left, start, WEIGHT.left),
      placed: chain(state, [{ item, part: 'texte', width: 'text', pieces }], state.left.page),
    })
    const ways = boxes(next, { start, end, boxes: row.chapo ? 'margin' : undefined })
    // Nothing stands beside it, where it could have two columns.
    if (!row.texte?.half || later(state.right, start) !== start) return ways
    return ways.map(way => (isBeside(way, next) ? way : advance(way, { cost: way.cost + COST.alone })))
  }

  function isBeside({ placed }: State, text: State): boolean {
    for (let box = placed; box && box !== text.placed; box = box.before)
      if (box.placed.some(({ width }) => width === 'margin')) return true
    return false
  }

  function boxes(from: State, text: PlacedText): State[] {
    return placeBoxes(from, item, row, row.lone ? { ...text, boxes: 'below' } : text, page)
  }
}
