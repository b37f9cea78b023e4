import type { Inked } from './pam.ts'

/** Runs of the edge shorter than this, in pixels, are corners of slanted drawings. */
const SHORT = 6

/** How far the ink goes beyond the trim where it crosses it: of the drawings along the four edges, the one that ends first.
 *  @param page a raster of the bleed box
 *  @param bleed in pixels
 *  @returns in pixels; null where no ink crosses the trim */
export function inkBeyondTrim({ width, height, inked }: Inked, bleed: number): number | null {
  const depth = Math.floor(bleed)
  const edges: [length: number, at: (along: number, across: number) => number][] = [
    [height, (along, across) => along * width + across],
    [height, (along, across) => along * width + width - 1 - across],
    [width, (along, across) => across * width + along],
    [width, (along, across) => (height - 1 - across) * width + along],
  ]
  const reaches = edges.flatMap(([length, at]) => {
    const runs: number[] = []
    let run = 0
    let farthest = 0
    for (let along = 0; along <= length; along++) {
      const crosses = along < length && inked[at(along, depth + 1)] === 1 && inked[at(along, depth - 1)] === 1
      if (crosses) {
        let beyond = 0
        while (beyond < depth && inked[at(along, depth - 1 - beyond)] === 1) beyond++
        farthest = Math.max(farthest, beyond)
        run++
        continue
      }
      if (run >= SHORT) runs.push(farthest)
      run = farthest = 0
    }
    return runs
  })
  return reaches.length > 0 ? Math.min(...reaches) + (bleed - depth) : null
}
