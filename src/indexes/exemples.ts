import type { Kit } from '../kit.ts'
import { publishedFiches } from './published.ts'

/** An example of the kit, as others may take it up: a row of the open data. */
export type ExempleOuvert = {
  /** Permanent within an edition: `scic/exemple-…`. */
  id: string
  titre: string
  lieu: string
  departements: string[]
  fiche: string
  fiche_numero: number
  famille: string
  /** Path within the site. */
  chemin: string
}

/** Every example of the published fiches, in the order of the fiches: as many as the index of places knows. */
export const exemples = (kit: Kit): ExempleOuvert[] =>
  publishedFiches(kit).flatMap(fiche =>
    fiche.corps.exemples.map(({ titre, lieu, departements, ancre }) => ({
      id: `${fiche.slug}/${ancre}`,
      titre,
      lieu,
      departements,
      fiche: fiche.titre,
      fiche_numero: fiche.numero,
      famille: kit.familles.find(({ id }) => id === fiche.famille)?.singulier ?? fiche.famille,
      chemin: `/fiches/${fiche.slug}/#${ancre}`,
    })),
  )
