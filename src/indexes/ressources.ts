import type { FicheListee, Kit } from '../kit.ts'
import { ciblesOf } from '../markdown/render/cibles.ts'
import { listedFiche } from './listing.ts'
import { publishedFiches } from './published.ts'

export type RessourcesFiche = { fiche: FicheListee; ressources: { texte: string; url: string | null }[] }

/** The resources of each published fiche that has some, by number, each list in alphabetical order; a cross-reference reads as
 *  the title that it names. */
export function ressources(kit: Kit): RessourcesFiche[] {
  const cibles = ciblesOf(kit)
  const titled = (texte: string) =>
    texte.replace(/\[\[([^[\]]+)\]\]/g, (_, slug: string) => cibles.get(slug)?.titre ?? slug)
  const collator = new Intl.Collator('fr', { numeric: true })
  return publishedFiches(kit)
    .filter(({ corps }) => corps.ressources.length > 0)
    .map(fiche => ({
      fiche: listedFiche(fiche),
      ressources: fiche.corps.ressources
        .map(({ texte, url }) => ({ texte: titled(texte), url }))
        .sort((a, b) => collator.compare(a.texte, b.texte)),
    }))
}
