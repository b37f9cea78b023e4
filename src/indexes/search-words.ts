import type { KitListe } from '../kit.ts'
import { publishedFiches } from './published.ts'

/** Longest word that a narrow field shows beside two others. */
const LENGTH = 12

/** Three words that a reader may search for: the first short keyword of three fiches, spread over the kit. */
export function searchWords(kit: KitListe): string[] {
  const words = publishedFiches(kit).flatMap(
    ({ mots_cles }) => mots_cles.find(mot => mot.length <= LENGTH) ?? [],
  )
  const distinct = [...new Set(words)]
  return [...new Set([0.2, 0.5, 0.8].map(share => distinct[Math.floor(share * distinct.length)]))].flatMap(
    word => word ?? [],
  )
}
