/** The hard project asks a law of each of its cases and of many random inputs; the quick projects ask a sample. */
export const thorough = process.env['KIT_THOROUGH'] === 'yes'

/** How many random inputs a law is tried with. @param few in the quick projects */
export const runs = (few: number): number => (thorough ? 20 * few : few)

/** Every `step`th case; in the hard project all of them. */
export const sampleOf = <T>(cases: readonly T[], step: number): readonly T[] =>
  thorough ? cases : cases.filter((_, index) => index % step === 0)

/** The quick projects try the same inputs each time; the hard project others, and prints their seed when one fails. */
export const seed: { seed?: number } = thorough ? {} : { seed: 20 }
