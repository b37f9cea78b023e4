import { fold } from '../../fold.ts'
import type { Entry } from './entry.ts'
import type { Index } from './index.ts'
import { wordsOf } from './words.ts'

/** Who asks what letters stand for. */
const asked = /\b(?:veu(?:t|x|lent) dire|signifi\w*|acronymes?|sigles?|abreviations?)\b/

/** The acronyms of a query that asks what they mean: « que veut dire IAE », « signification de PTCE ». */
export function acronymsMeant(query: string, { entries }: Index): Entry[] {
  if (!asked.test(fold(query))) return []
  const words = new Set(wordsOf(query).map(({ folded }) => folded))
  return entries.filter(({ part }) => part.genre === 'sigle' && words.has(fold(part.titre)))
}
