import type { Result, Run } from './run-cases.ts'

/** What of a run is compared; by default the whole process. */
export type Take = (run: Run) => number | null | undefined

export const whole: Take = ({ seconds }) => seconds
/** The part that a measuring script times itself. */
export const inside: Take = ({ inner }) => inner
/** That part where there is one. */
export const asked: Take = ({ inner, seconds }) => inner ?? seconds

/** A median with the least and the most. */
export type Spread = { middle: number; low: number; high: number }

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2
}

/** NaN when there is nothing to take. */
export function medianOf(result: Result | undefined, take: Take = whole): number {
  return median((result?.runs ?? []).map(take).filter(value => typeof value === 'number'))
}

/** How many times `base` a case takes: each run against the base's run of the same round, which met the same machine, or
 *  against its median where it ran less often, or another day. */
export function ratioOf(result: Result, base: Result, take: Take = whole, takeBase: Take = take): Spread {
  const usual = medianOf(base, takeBase)
  const ratios = result.runs.flatMap(run => {
    const value = take(run)
    const beside = result.date === base.date && base.runs.find(({ round }) => round === run.round)
    return typeof value === 'number' ? [value / ((beside ? takeBase(beside) : null) ?? usual)] : []
  })
  return { middle: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) }
}
