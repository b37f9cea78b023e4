import type { Index } from './index.ts'
import type { Way } from './wish.ts'

/** Whether a word is a number with its unit: « 15 % », « 300 000 € ». */
export const isMeasure = (stem: string): boolean => /[%€]$/.test(stem)

/** What a number is worth beside its measure: « 15 % » are no 15 hectares, « 300 000 € » no 300 000 salariés. */
const BARE = 0.1

/** What a number is worth that was typed without its decimals. */
const ROUNDED = 0.6

/** A measure is found as it is written, and without its decimals: « 57 % » of 57,5 %. The number alone is it only where a text has the measure too. */
export function waysToMeasure(measure: string, index: Index): Way[] {
  const [number, unit] = [measure.slice(0, -1), measure.slice(-1)]
  const rounded = number.length > 1 ? index.beginning(`${number},`).filter(stem => stem.endsWith(unit)) : []
  return [
    { stems: [measure], weight: 1 },
    ...(index.weightsOf(measure) ? [{ stems: [number], weight: BARE }] : []),
    ...rounded.map(stem => ({ stems: [stem], weight: ROUNDED })),
  ]
}
