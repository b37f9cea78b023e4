import type { Token } from 'markdown-it'
import { type Bloc, type Block, titreSeul } from '../block.ts'
import { ouvrir } from '../render/parts.ts'
import { cutChildren } from './items.ts'

/** `::: citation`: words, and last line `— Nom, fonction`. */
export const citation: Block = {
  nom: 'citation',
  place: 'marge',
  modele: '::: citation',
  cloture: /^(—|–|--)\s*\S/,
  ouverture: titreSeul,
  check(bloc, report) {
    if (!bloc.cloture) report('citation-sans-auteur', bloc.open)
    if (bloc.titre) report('titre-inattendu', bloc.titre, 0, { bloc: 'citation' })
  },
  render(bloc, cadre) {
    const { nom, fonction } = auteur(bloc)
    const chevrons =
      cadre.medium === 'epub'
        ? ''
        : '<svg class="chevrons" viewBox="0 0 15 9" aria-hidden="true" focusable="false"><path fill="currentColor" d="M4.5 0H7.5L3 4.5L7.5 9H4.5L0 4.5ZM12 0H15L10.5 4.5L15 9H12L7.5 4.5Z"/></svg>\n'
    const signature = [
      nom.length > 0 ? `<span class="nom">${cadre.inline(nom)}</span>` : '',
      fonction.length > 0 ? `<span class="fonction">${cadre.inline(fonction).trim()}</span>` : '',
    ].filter(Boolean)
    return [
      ouvrir('aside', bloc, cadre),
      chevrons,
      `<blockquote>\n${bloc.titre ? `<p>${cadre.inline(bloc.titre.children ?? [])}</p>\n` : ''}${cadre.blocs(bloc.corps)}</blockquote>\n`,
      bloc.cloture ? `<p class="auteur"${cadre.rep(bloc.cloture)}>${signature.join(' ')}</p>\n` : '',
      '</aside>\n',
    ].join('')
  },
}

/** `— Nom, fonction`: the name ends at the first comma. */
function auteur(bloc: Bloc): { nom: Token[]; fonction: Token[] } {
  const children = bloc.cloture?.children ?? []
  const signed = cutChildren(children, /^\s*(—|–|--)\s*/)?.after ?? children
  const cut = cutChildren(signed, /,\s*/)
  return cut ? { nom: cut.before, fonction: cut.after } : { nom: signed, fonction: [] }
}
