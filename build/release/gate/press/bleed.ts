import { type Drawn, distance, FINENESS } from './raster.ts'

const PAPER = [255, 255, 255] as const
/** From the paper's white: less is no ink that a cut would show. */
const INKED = 0.04
/** In mm, along an edge: a slanting shape leaves less than this without ink beside what it covers. */
const SHORTEST = 3

/** Ink that touches the edge of the finished format goes on to the edge of the bleed, as a cut is never exact.
 *  @param bleed in pixels
 *  @returns what is wrong, in French: one sentence an edge */
export function* shortBleeds(printed: Drawn, bleed: number): Generator<string> {
  const { width, height } = printed
  // Outwards from the edge: `depth` 0 is the last pixel inside.
  const edges: [name: string, length: number, at: (along: number, depth: number) => [number, number]][] = [
    ['gauche', height, (along, depth) => [-depth, along]],
    ['droit', height, (along, depth) => [width - 1 + depth, along]],
    ['de tête', width, (along, depth) => [along, -depth]],
    ['de pied', width, (along, depth) => [along, height - 1 + depth]],
  ]
  for (const [name, length, at] of edges) {
    const isInked = (along: number, depth: number) =>
      distance(printed.colour(...at(along, depth), 1), PAPER) > INKED
    // The outermost pixel of the bleed may be half covered, and a wide sheet is drawn by up to one narrower than it is.
    const depths = Array.from({ length: Math.max(bleed - 2, 0) }, (_, index) => index + 1)
    const missing = depths.flatMap(depth => {
      const runs = runsOf(length, along => isInked(along, 0) && isInked(along, -1) && !isInked(along, depth))
      // What slants leaves the edge as it goes outwards.
      return runs.filter(run => run.length > SHORTEST * FINENESS + 2 * depth)
    })
    const longest = missing.toSorted((a, b) => b.length - a.length)[0]
    if (longest)
      yield `L’encre touche le bord ${name} et ne va pas jusqu’au fond perdu, sur ${Math.round(longest.length / FINENESS)} mm.`
  }
}

function runsOf(length: number, holds: (at: number) => boolean): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (let at = 0; at < length; at++) {
    const last = runs.at(-1)
    if (!holds(at)) continue
    if (last && last.from + last.length === at) last.length++
    else runs.push({ from: at, length: 1 })
  }
  return runs
}
