import { type Couleurs, columns } from '../text/index.ts'
import { anneau } from './anneau.ts'
import { barres } from './barres.ts'
import { barresEmpilees } from './barres-empilees.ts'
import { courbe } from './courbe.ts'
import type { Graphe } from './dessin.ts'
import type { Donnees } from './donnees.ts'

/** Every type of chart, by the name that authors write. */
export const graphiques = {
  barres,
  'barres-empilees': barresEmpilees,
  courbe,
  anneau,
} as const satisfies Record<string, (donnees: Donnees, couleurs: Couleurs, largeur: number) => Graphe>

/** Widths of a chart in mm: on paper, the column of text or the whole page; on a screen, narrower, so that its words can be
 *  read on a phone. */
export const largeurs = { page: columns.text, feuille: columns.page, ecran: 76 } as const

type TypeGraphique = keyof typeof graphiques

export function isTypeGraphique(type: string): type is TypeGraphique {
  return Object.hasOwn(graphiques, type)
}
