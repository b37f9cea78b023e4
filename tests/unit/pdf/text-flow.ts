import { choose } from '../../../build/paper/page/compose/choose.ts'
import type {
  Flow,
  Matter,
  MatterItem,
  MatterRow,
  Placement,
  Plan,
} from '../../../build/paper/page/compose/matter.ts'
import type { Opens } from '../../../build/paper/page/compose/state.ts'

/** The plan of a document. @throws when one of its items fits no page */
export function composed(matter: Matter, opens?: Opens): Plan {
  const chosen = choose(matter, opens)
  if ('item' in chosen) throw new Error(`no plan for item ${chosen.item}`)
  return chosen
}

/** A text of so many lines of 4.5 mm, which may be cut where `least` lines stand on both sides, and between two even columns. */
export function textFlow(lines: number, least: number): Flow {
  const cuts = Array.from({ length: Math.max(0, lines - 2 * least + 1) }, (_, n) => ({
    keep: (n + least) * 4.5,
    rest: (n + least) * 4.5,
  }))
  return { height: lines * 4.5, lead: 0, tail: 0, cuts, even: cuts }
}

/** What is cut nowhere. */
export const whole = (height: number): Flow => ({ height, lead: 0, tail: 0, cuts: [] })

/** A box as high as this in the margin; wider it is lower. */
export const box = (height: number): MatterRow['boxes'][number] => ({
  margin: whole(height),
  half: whole(height * 0.75),
  text: whole(height * 0.6),
  page: whole(height * 0.5),
})

/** A text that may be cut after any line but the first and the last, and its boxes. */
export const row = (lines: number, ...boxes: number[]): MatterRow => ({
  kind: 'rang',
  chapo: false,
  texte: { text: textFlow(lines, 2), half: textFlow(Math.ceil(lines * 1.1), 2), page: null },
  boxes: boxes.map(box),
})

export const head: MatterItem = { kind: 'bande', role: 'tete', height: 51.75 }

/** A piece of the first item, from `top` to `foot`, in the left column of two. */
export const placed = (top: number, foot: number, change: Partial<Placement> = {}): Placement => ({
  ...{ item: 0, part: 'texte', width: 'half', left: 0, from: 0, until: null },
  ...{ top, foot, ...change },
})
