import type { FicheListee, Kit } from '../kit.ts'
import { listedFiche } from './listing.ts'

export type RessourcesFiche = { fiche: FicheListee; ressources: { texte: string; url: string | null }[] }

/** The resources of each published fiche that has some, by number, each list in alphabetical order. */
export function ressources(kit: Kit): RessourcesFiche[] {
  const collator = new Intl.Collator('fr', { numeric: true })
  return kit.fiches
    .flatMap(fiche =>
      fiche.statut === 'a-paraitre'
        ? []
        : [{ fiche: listedFiche(fiche), ressources: [...fiche.corps.ressources] }],
    )
    .filter(({ ressources }) => ressources.length > 0)
    .map(({ fiche, ressources }) => ({
      fiche,
      ressources: ressources.sort((a, b) => collator.compare(a.texte, b.texte)),
    }))
}
