import type { Flow } from '../../../build/paper/page/compose/matter.ts'

/** A text of so many lines of 4.5 mm, which may be cut where `least` lines stand on both sides. */
export const textFlow = (lines: number, least: number): Flow => ({
  height: lines * 4.5,
  lead: 0,
  tail: 0,
  cuts: Array.from({ length: Math.max(0, lines - 2 * least + 1) }, (_, n) => ({
    keep: (n + least) * 4.5,
    rest: (n + least) * 4.5,
  })),
})
