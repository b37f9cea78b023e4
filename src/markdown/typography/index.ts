import { apostrophe } from './apostrophe.ts'
import { deuxPoints } from './deux-points.ts'
import { espacesGuillemets } from './espaces-guillemets.ts'
import { guillemets } from './guillemets.ts'
import { milliers } from './milliers.ts'
import { milliersColles } from './milliers-colles.ts'
import { numeros } from './numeros.ts'
import { pointsDeSuspension } from './points-de-suspension.ts'
import { ponctuationHaute } from './ponctuation-haute.ts'
import type { Rule } from './rule.ts'
import { applyRules } from './run.ts'
import { unites } from './unites.ts'

/** Order matters: quotation marks are there before their spaces, units apart from their numbers before the thousands. */
export const rules: readonly Rule[] = [
  apostrophe,
  pointsDeSuspension,
  guillemets,
  espacesGuillemets,
  ponctuationHaute,
  deuxPoints,
  numeros,
  unites,
  milliersColles,
  milliers,
]

/** French typography on a plain string: characters only, no markup. Twice is once. */
export function typographText(text: string): string {
  return applyRules({ text, ends: [text.length], fixed: new Set() }, rules).text
}
