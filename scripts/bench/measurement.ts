import type { Machine } from './machine.ts'
import type { Result } from './run-cases.ts'

/** All of one run of the bench: what `docs/performance.json` holds. */
export type Measurement = {
  /** When it began, ISO 8601. */
  date: string
  /** How long it took. */
  minutes: number
  machine: Machine
  /** Size → fiches with pages in the kit. */
  fiches: Readonly<Record<number, number>>
  results: readonly Result[]
}

export const sizesOf = ({ fiches }: Measurement): number[] => Object.keys(fiches).map(Number)

export const find = ({ results }: Measurement, name: string, size: number): Result | undefined =>
  results.find(one => one.name === name && one.size === size && one.runs.length > 0)

/** The results of two runs, the later one in the place of the former's where both have them. */
export function joined(former: Measurement, later: Measurement): Measurement {
  const isNew = ({ name, size }: Result) => later.results.some(one => one.name === name && one.size === size)
  const results = [...former.results.filter(one => !isNew(one)), ...later.results]
  return { ...later, fiches: { ...former.fiches, ...later.fiches }, results }
}
