import type { FichePubliee, Kit } from '../kit.ts'

/** The fiches that can be read, in the order of the kit: the others are only announced. */
export const publishedFiches = ({ fiches }: Pick<Kit, 'fiches'>): FichePubliee[] =>
  fiches.filter(fiche => fiche.statut !== 'a-paraitre')
