import type { PressCheck } from '../check.ts'
import { colour } from './colour.ts'
import { file } from './file.ts'
import { inkBleed } from './ink-bleed.ts'
import { letters } from './letters.ts'
import { paper } from './paper.ts'
import { pictures } from './pictures.ts'

/** In the order of the report. */
export const checks: readonly PressCheck[] = [...paper, ...colour, ...letters, ...pictures, ...file]

/** What only a raster tells. */
export const rasterChecks: readonly PressCheck[] = [inkBleed]
