import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { lettersOf } from '../words.ts'

/** What a file says under some names against what it must say there. */
export const compareSaid = (
  place: string,
  said: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): Finding[] =>
  Object.entries(wanted)
    .filter(([key, right]) => lettersOf(String(said[key] ?? '')) !== lettersOf(String(right ?? '')))
    .map(([key, right]) => fault(place, `${key} : « ${said[key] ?? 'rien'} » au lieu de « ${right} ».`))
