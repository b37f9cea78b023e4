import { anneau } from './anneau.ts'
import { barres } from './barres.ts'
import { barresEmpilees } from './barres-empilees.ts'
import { courbe } from './courbe.ts'
import type { Couleurs, Dessin } from './dessin.ts'
import type { Donnees } from './donnees.ts'

/** Every type of chart, by the name that authors write. */
export const graphiques = {
  barres,
  'barres-empilees': barresEmpilees,
  courbe,
  anneau,
} as const satisfies Record<string, (donnees: Donnees, couleurs: Couleurs) => Dessin>

export type TypeGraphique = keyof typeof graphiques

export function isTypeGraphique(type: string): type is TypeGraphique {
  return Object.hasOwn(graphiques, type)
}
