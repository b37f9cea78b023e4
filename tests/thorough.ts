import fc from 'fast-check'

/** The hard project asks a law of each of its cases and of many random inputs; the quick projects ask a sample. */
export const thorough = process.env['KIT_THOROUGH'] === 'yes'

// A setup file of every project: the quick run tries the same inputs each time. The hard one draws a seed for each law, and prints
// the seed of one that fails; `KIT_SEED` draws its inputs again.
const seed = process.env['KIT_SEED'] ?? (thorough ? null : '1')
if (seed !== null) fc.configureGlobal({ seed: Number(seed) })

/** How many random inputs a law is tried with. @param few in the quick projects */
export const runs = (few: number): number => (thorough ? 20 * few : few)

/** Every `step`th case; in the hard project all of them. */
export const sampleOf = <T>(cases: readonly T[], step: number): readonly T[] =>
  thorough ? cases : cases.filter((_, index) => index % step === 0)
