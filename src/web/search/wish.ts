/** One way to say what is looked for: all its stems together; `weight` says how near it is to what was typed. */
export type Way = {
  stems: readonly string[]
  weight: number
  /** The name of a place that they are. */
  name?: string
}

/** One thing that is looked for, in all the ways of saying it; `share`: how much of the query it is, from 0 to 1. */
export type Wish = { ways: readonly Way[]; share: number }
