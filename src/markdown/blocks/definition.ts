import { type Block, titreSeul } from '../block.ts'
import { ouvrir, picto, tete, titre } from '../render/parts.ts'

/** `::: definition SCIC` */
export const definition: Block = {
  nom: 'definition',
  place: 'marge',
  modele: '::: definition SCIC',
  ouverture: titreSeul,
  check(bloc, report) {
    if (!bloc.titre)
      report('titre-absent', bloc.open, 0, { bloc: 'definition', modele: '::: definition SCIC' })
  },
  render(bloc, cadre) {
    return [
      ouvrir('aside', bloc, cadre),
      tete('p', 'Définition', picto('book-open', cadre)),
      titre(bloc, cadre),
      cadre.blocs(bloc.corps),
      '</aside>\n',
    ].join('')
  },
}
