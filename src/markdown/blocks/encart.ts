import { type Block, checkTitre, titreSeul } from '../block.ts'
import type { Cadre } from '../render/cadre.ts'
import { encadrer, titre } from '../render/parts.ts'

/** A block of a title and some words.
 *  @param modele what opens it: `::: nom Titre`
 *  @param tete its written name, and what else stands above the title */
export function encart(nom: string, modele: string, tete: (cadre: Cadre) => string): Block {
  return {
    nom,
    place: 'marge',
    modele,
    ouverture: titreSeul,
    check: (bloc, report) => checkTitre(bloc, report, modele),
    render: (bloc, cadre) =>
      encadrer('aside', bloc, cadre, [tete(cadre), titre(bloc, cadre), cadre.blocs(bloc.corps)]),
  }
}
