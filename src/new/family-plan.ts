import type { Fiche } from '../kit.ts'

/** What the fiches of a family have in common: the next one begins with a place for each. */
export type FamilyPlan = { leviers: boolean; exemple: boolean; chiffres: boolean; ressources: boolean }

/** Where nobody has written a fiche yet. */
const usual: FamilyPlan = { leviers: true, exemple: false, chiffres: false, ressources: true }

/** What at least half of the written fiches of a family have. */
export function planOfFamily(fiches: readonly Fiche[], famille: string): FamilyPlan {
  const bodies = fiches.flatMap(fiche =>
    fiche.famille === famille && fiche.statut !== 'a-paraitre' && !/À compléter/.test(fiche.corps.source)
      ? [fiche.corps.source]
      : [],
  )
  if (bodies.length === 0) return usual
  const common = (sign: RegExp) => 2 * bodies.filter(body => sign.test(body)).length >= bodies.length
  return {
    leviers: common(/^## .*\{\.leviers\}/m),
    exemple: common(/^::: exemple/m),
    chiffres: common(/^::: chiffres/m),
    ressources: common(/^::: ressources/m),
  }
}
