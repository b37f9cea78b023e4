import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import type { Draft } from '../draft.ts'

/** What a cutter needs around a page whose colours bleed, in mm. */
const LEAST_BLEED = 3
/** In % of the four inks together: what coated paper takes, and the usual profiles of FOGRA39 hold. */
const MOST_INK = 330

/** A printer refuses a sheet that bleeds too little, or that would not dry. */
export function* checkImpression({ kit }: Draft): Generator<Diagnostic> {
  if (!kit?.value?.impression) return
  const { fond_perdu: mm, encrage_max: encrage } = kit.value.impression
  if (mm !== undefined && mm < LEAST_BLEED)
    yield diagnose('fond-perdu-court', kit.yaml.placeOf(['impression', 'fond_perdu']), { mm })
  if (encrage !== undefined && encrage > MOST_INK)
    yield diagnose('encrage-haut', kit.yaml.placeOf(['impression', 'encrage_max']), {
      encrage,
      maximum: MOST_INK,
    })
}
