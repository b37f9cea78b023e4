import { type Check, type Finding, onPage } from '../../../../src/problems/finding.ts'
import type { Inspection, PlacedTag } from './inspect.ts'

/** A failure condition that a program can look for. Its id is its number in the Matterhorn Protocol 1.02; `K-…`: asked by the
 *  kit alone. */
export type Checkpoint = Check<Inspection, Iterable<Finding>>

export const checkpoint = (id: string, title: string, run: Checkpoint['run']): Checkpoint => ({
  id,
  title,
  run,
})

/** The finding of one thing on a page. @param fault what is wrong with it, in French; null: nothing */
export const findingOn = (page: number | null, fault: string | null): Finding[] =>
  fault === null ? [] : [onPage(page, fault)]

/** One that looks at each tag by itself. */
export const ofTag = (id: string, title: string, faultOf: (placed: PlacedTag) => string | null) =>
  checkpoint(id, title, ({ tags }) => tags.flatMap(placed => findingOn(placed.page, faultOf(placed))))
