import type { Inspection } from './inspect.ts'

/** A fault of a file. */
export type AccessibilityFinding = {
  /** Number of the failure condition in the Matterhorn Protocol 1.02; `K-…`: asked by the kit alone. */
  checkpoint: string
  /** Page of the file, from 1; null: the whole file. */
  page: number | null
  /** French. */
  message: string
}

/** A failure condition that a program can look for. */
export type Checkpoint = {
  id: string
  /** What must hold, in French. */
  title: string
  find(file: Inspection): Omit<AccessibilityFinding, 'checkpoint'>[]
}

export const onPage = (page: number | null, message: string) => ({ page, message })
/** A fault of the whole file, when `held` is false. */
export const unless = (held: boolean, message: string) => (held ? [] : [onPage(null, message)])
