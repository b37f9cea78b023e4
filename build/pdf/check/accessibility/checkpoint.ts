import type { Check, Finding } from '../../../judge/check.ts'
import type { Inspection } from './inspect.ts'

/** A failure condition that a program can look for. Its id is its number in the Matterhorn Protocol 1.02; `K-…`: asked by the
 *  kit alone. */
export type Checkpoint = Check<Inspection, Finding[]>
