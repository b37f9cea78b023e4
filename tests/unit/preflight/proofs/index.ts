import { colour } from './colour.ts'
import { drawing } from './drawing.ts'
import { file } from './file.ts'
import { letters } from './letters.ts'
import { paper } from './paper.ts'
import type { Proof } from './proof.ts'

/** Every control of the preflight, in the order of the report. */
export const proofs: Proof[] = [...paper, ...colour, ...letters, ...drawing, ...file]
