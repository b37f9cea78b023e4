import { type Block, titreSeul } from '../block.ts'
import { ouvrir, picto, tete, titre } from '../render/parts.ts'

/** `::: loi Loi du 31 juillet 2014` */
export const loi: Block = {
  nom: 'loi',
  place: 'marge',
  modele: '::: loi Loi du 31 juillet 2014',
  ouverture: titreSeul,
  check(bloc, report) {
    if (!bloc.titre)
      report('titre-absent', bloc.open, 0, { bloc: 'loi', modele: '::: loi Loi du 31 juillet 2014' })
  },
  render(bloc, cadre) {
    return [
      ouvrir('aside', bloc, cadre),
      tete('p', 'Loi', picto('scale', cadre)),
      cadre.medium === 'epub' ? '' : '<span class="paragraphe" aria-hidden="true">§</span>\n',
      titre(bloc, cadre),
      cadre.blocs(bloc.corps),
      '</aside>\n',
    ].join('')
  },
}
