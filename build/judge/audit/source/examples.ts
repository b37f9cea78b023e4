import type { Exemple, FichePubliee, Kit } from '../../../../src/kit.ts'

/** An example and the fiche that tells it; `id`: `slug/ancre`. */
export type LocatedExample = { id: string; fiche: FichePubliee; exemple: Exemple }

/** The examples of the published fiches, in their order. */
export const examplesOf = ({ fiches }: Kit): LocatedExample[] =>
  fiches.flatMap(fiche =>
    fiche.statut === 'a-paraitre'
      ? []
      : fiche.corps.exemples.map(exemple => ({ id: `${fiche.slug}/${exemple.ancre}`, fiche, exemple })),
  )
