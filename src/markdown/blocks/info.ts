import { type Block, titreSeul } from '../block.ts'
import type { Cadre } from '../render/cadre.ts'
import { ouvrir, picto, tete, titre } from '../render/parts.ts'

/** `::: info Où trouver les structures ?` */
export const info: Block = {
  nom: 'info',
  place: 'marge',
  modele: '::: info Où trouver les structures ?',
  ouverture: titreSeul,
  check(bloc, report) {
    if (!bloc.titre)
      report('titre-absent', bloc.open, 0, { bloc: 'info', modele: '::: info Où trouver les structures ?' })
  },
  render(bloc, cadre) {
    return [
      ouvrir('aside', bloc, cadre),
      tete('p', 'Bon à savoir', pastille(cadre)),
      titre(bloc, cadre),
      cadre.blocs(bloc.corps),
      '</aside>\n',
    ].join('')
  },
}

function pastille(cadre: Cadre): string {
  return cadre.medium === 'epub'
    ? ''
    : `<span class="pastille" aria-hidden="true">${picto('lightbulb', cadre)}</span>`
}
