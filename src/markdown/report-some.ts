import type { Report } from './block.ts'

/** Beyond so many of them a paragraph is something else, and more of them help nobody: to place each costs its length. */
const MOST = 200

/** Tells of the first problems of one paragraph alone. */
export function reportSome(report: Report): Report {
  let reported = 0
  return (...problem) => {
    if (reported++ < MOST) report(...problem)
  }
}
