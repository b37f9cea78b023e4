import type { Famille, FicheAnnoncee, FicheListee, KitListe } from '../kit.ts'

/** A family with all its fiches by number, announced ones included. */
export type FamilleSommaire = { famille: Famille; fiches: (FicheListee | FicheAnnoncee)[] }

/** The families in the kit's order, each with its fiches; a family without fiches is left out. */
export function sommaire(kit: KitListe): FamilleSommaire[] {
  return kit.familles
    .map(famille => ({
      famille,
      fiches: kit.fiches.filter(fiche => fiche.famille === famille.id).sort((a, b) => a.numero - b.numero),
    }))
    .filter(({ fiches }) => fiches.length > 0)
}
