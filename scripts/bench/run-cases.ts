import type { Case, Told } from './case.ts'
import { CommandFailed, type Measure, measure } from './measure.ts'
import type { Workplace } from './workplace.ts'

/** One run of a case. */
export type Run = Measure & Told & { round: number }

/** All runs of a case at one size; `failed` says why there are none. */
export type Result = {
  size: number
  name: string
  title: string
  group: Case['group']
  version: string
  /** When its run of the bench began, ISO 8601. */
  date: string
  runs: Run[]
  failed?: string
  /** How long it took to, in s: what it was asked for would have taken longer. */
  failedAfter?: number
}

/** A case that has taken so long at one size, in s, is not run again: the others are not kept waiting. */
const ENOUGH_S = 30

/** Runs the cases in turn, round after round, so that whatever else the machine does meets all of them.
 *  @param date when the bench began
 *  @param tell told of each run as it ends */
export async function runCases(
  place: Workplace,
  {
    cases,
    runs,
    date,
    tell,
  }: { cases: readonly Case[]; runs: number; date: string; tell: (line: string) => void },
): Promise<Result[]> {
  const results = cases.map(({ name, title, group, version }): Result => {
    return { size: place.size, name, title, group, version, date, runs: [] }
  })
  for (let round = 0; round < runs; round++)
    for (const [index, one] of cases.entries()) {
      const result = results[index]
      if (!result || result.failed !== undefined || spent(result) > ENOUGH_S) continue
      try {
        await one.prepare?.(place, round)
        const measured = await measure(one.command(place))
        const { seconds, cpuSeconds, memoryMb } = measured
        const told = (await one.read?.(place, measured)) ?? {}
        result.runs.push({ round, seconds, cpuSeconds, memoryMb, ...told })
        tell(`${place.size}× ${one.name}: ${(told.inner ?? seconds).toFixed(2)} s`)
      } catch (error) {
        // What cannot be done is part of the result; the others are measured all the same.
        result.failed = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
        if (error instanceof CommandFailed) result.failedAfter = error.seconds
        tell(`${place.size}× ${one.name}: failed\n${error instanceof Error ? error.message : error}`)
      }
    }
  return results
}

const spent = ({ runs }: Result) => runs.reduce((sum, { seconds }) => sum + seconds, 0)
