import type { Fiche, FicheAnnoncee, FicheListee } from '../kit.ts'

/** The fiches that can be read, in the order of the kit: the others are only announced. */
export const publishedFiches = <F extends Fiche | FicheListee>(kit: {
  fiches: readonly F[]
}): Exclude<F, FicheAnnoncee>[] =>
  kit.fiches.filter((fiche): fiche is Exclude<F, FicheAnnoncee> => fiche.statut !== 'a-paraitre')
