import type { Command, Measured } from './measure.ts'
import type { Workplace } from './workplace.ts'

/** What a row of the results is compared with, and which rows stand together. */
export type Group = 'chemin-pdf' | 'pdf' | 'kit' | 'livre-et-site'

/** What a command told of itself. */
export type Told = {
  /** Its own time in s, where less than the whole process is compared. */
  inner?: number
  /** Pages of its PDF. */
  pages?: number
  /** Times of its steps in s; they may overlap. */
  steps?: Record<string, number>
  /** Whether it made the same bytes as another way to the same result. */
  same?: boolean
}

/** Something to measure. */
export type Case = {
  /** For `--only`. */
  name: string
  title: string
  group: Group
  /** Who made it, with its version. */
  version: string
  /** Done before each run, untimed. */
  prepare?(place: Workplace, round: number): Promise<void>
  command(place: Workplace): Command
  /** Reads the outcome. @throws Error when it is not what was asked for */
  read?(place: Workplace, measured: Measured): Promise<Told>
}
