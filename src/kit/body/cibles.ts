import type { Cible } from '../../text/index.ts'
import type { KitListe } from '../kit.ts'

/** Stands after the title of a fiche that is announced and has no page yet. */
export const A_PARAITRE = 'à paraître'

/** The words of a cross-reference: « Culture & ESS, à paraître ». */
export const wordsOfCible = ({ titre, parue }: Cible): string => (parue ? titre : `${titre}, ${A_PARAITRE}`)

/** Lists the targets of a kit's cross-references, by slug. For one slug, fiches come before pages, and the first fiche wins. */
export function ciblesOf(kit: KitListe): ReadonlyMap<string, Cible> {
  const cibles = new Map<string, Cible>()
  const add = (slug: string, cible: Cible) => {
    if (!cibles.has(slug)) cibles.set(slug, cible)
  }
  for (const fiche of kit.fiches) {
    const parue = fiche.statut !== 'a-paraitre'
    add(fiche.slug, { kind: 'fiche', titre: parue ? fiche.titre_court : fiche.titre, parue })
  }
  for (const page of kit.pages) add(page.slug, { kind: 'page', titre: page.titre_court, parue: true })
  return cibles
}
