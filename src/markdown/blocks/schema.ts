import { inlineOf, ouvrir, picto, source, tete } from '../render/parts.ts'
import { escapeHtml, plainText, textOfTokens } from '../text.ts'
import { type Block, sourceLine } from './block.ts'

/** `::: schema images/x.svg Titre`: a picture whose body is its text alternative. */
export const schema: Block = {
  nom: 'schema',
  place: 'plein',
  modele: '::: schema images/scic.svg Qui s’associe en SCIC',
  cloture: sourceLine,
  ouverture(texte, report) {
    const found = /^(\S+)\s*(.*)$/s.exec(texte)
    const image = found?.[1] ?? ''
    const titre = found?.[2] ?? ''
    if (!/^images\/\S+\.\w+$/.test(image)) report('schema-sans-image', 0)
    return {
      parties: titre === '' ? [] : [{ role: 'titre', texte: titre, offset: texte.length - titre.length }],
      donnees: { image },
    }
  },
  check(bloc, report, placeOf) {
    const alt = textOfTokens(bloc.corps)
    if (!bloc.titre) report('titre-absent', bloc.open, 0, { bloc: 'schema', modele: schema.modele })
    const path = String(bloc.donnees['image'] ?? '')
    return path.startsWith('images/') ? { images: [{ path, alt, place: placeOf(bloc.open) }] } : {}
  },
  render(bloc, cadre) {
    const path = String(bloc.donnees['image'] ?? '')
    const alt = bloc.titre ? plainText(bloc.titre.children) : 'Schéma'
    return [
      ouvrir('figure', bloc, cadre),
      tete('figcaption', 'Schéma', picto('workflow', cadre)),
      bloc.titre ? `<p class="bloc-titre">${inlineOf(bloc.titre, cadre)}</p>\n` : '',
      `<div class="dessin"><img src="${escapeHtml(cadre.image(path))}" alt="${escapeHtml(alt)}"/></div>\n`,
      `<div class="description">\n${cadre.blocs(bloc.corps)}</div>\n`,
      source(bloc, cadre),
      '</figure>\n',
    ].join('')
  },
}
