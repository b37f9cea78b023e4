import { choose } from '../../../build/paper/page/compose/choose.ts'
import type { Flow, Matter, Plan } from '../../../build/paper/page/compose/matter.ts'
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
