import { mm, toPt } from '../../../../src/units.ts'

/** Points → mm. */
export const toMm = (length: number) => length / toPt(mm(1))
