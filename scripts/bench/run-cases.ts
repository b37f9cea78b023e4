import { type Command, type Measure, type Measured, measure } from './measure.ts'
import type { Workplace } from './workplace.ts'

/** The figures that a command printed. */
export type Figures = {
  /** Its own time in s, where less than the whole process is compared. */
  inner?: number
  /** Peak of the memory beyond what was there before that time, in MB; null where the system tells none. */
  beyondMb?: number | null
  /** What who types waits for, in ms. */
  typing?: Typing
  /** Pages of its PDF. */
  pages?: number
  /** Whether it made the same bytes as another way to the same result. */
  same?: boolean
}

/** From a key to its drawing (95 % of keys), and from the last key to the problem, the page of the site and the sheets that hold what
 *  was typed, in ms. */
export type Typing = { keyMs: number; problemsMs: number; webMs: number; paperMs: number }

/** Something to measure. */
export type Case = {
  /** For `--only`. */
  name: string
  title: string
  /** Whether it is asked of a kit of this size; by default of all. */
  isAsked?(size: number): boolean
  /** Done before each run, untimed. */
  prepare?(place: Workplace, round: number): Promise<void>
  command(place: Workplace): Command
  /** Reads the outcome. @throws Error when it is not what was asked for */
  read?(place: Workplace, measured: Measured): Promise<Figures>
}

/** One run of a case. */
export type Run = Measure & Figures & { round: number }

/** All runs of a case at one size; `failed` says why there are none. */
export type Result = {
  size: number
  name: string
  title: string
  /** When its run of the bench began, ISO 8601. */
  date: string
  runs: Run[]
  failed?: string
}

/** A case that has taken so long at one size, in s, is not run again: the others are not kept waiting. */
const ENOUGH_S = 30

/** Runs the cases in turn, round after round, so that whatever else the machine does meets all of them.
 *  @param date when the bench began
 *  @param tell called with each run as it ends */
export async function runCases(
  place: Workplace,
  {
    cases,
    runs,
    date,
    tell,
  }: { cases: readonly Case[]; runs: number; date: string; tell: (line: string) => void },
): Promise<Result[]> {
  const asked = cases.filter(({ isAsked }) => isAsked?.(place.size) ?? true)
  const results = asked.map(({ name, title }): Result => ({ size: place.size, name, title, date, runs: [] }))
  for (let round = 0; round < runs; round++)
    for (const [index, one] of asked.entries()) {
      const result = results[index]
      if (!result || result.failed !== undefined || spent(result) > ENOUGH_S) continue
      try {
        await one.prepare?.(place, round)
        const measured = await measure(one.command(place))
        const { seconds, cpuSeconds, memoryMb } = measured
        const outcome = (await one.read?.(place, measured)) ?? {}
        result.runs.push({ round, seconds, cpuSeconds, memoryMb, ...outcome })
        tell(`${place.size}× ${one.name}: ${(outcome.inner ?? seconds).toFixed(2)} s`)
      } catch (error) {
        // What cannot be done is part of the result; the others are measured all the same.
        result.failed = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
        tell(`${place.size}× ${one.name}: failed\n${error instanceof Error ? error.message : error}`)
      }
    }
  return results
}

const spent = ({ runs }: Result) => runs.reduce((sum, { seconds }) => sum + seconds, 0)
