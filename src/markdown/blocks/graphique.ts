import type { Token } from 'markdown-it'
import { enumerate } from '../../diagnostics/enumerate.ts'
import { type Donnees, describe, donneesOf, numberOf } from '../charts/donnees.ts'
import { graphiques, isTypeGraphique, largeurs } from '../charts/index.ts'
import { nearest } from '../nearest.ts'
import { dessiner } from '../render/dessin.ts'
import { inlineOf, ouvrir, picto, source, tete } from '../render/parts.ts'
import { plainText } from '../text.ts'
import { copyToken } from '../token.ts'
import { type Bloc, type Block, type Report, sourceLine } from './block.ts'

const types = Object.keys(graphiques)

/** `::: graphique barres Titre`: a table, drawn; the table stays as the text alternative. */
export const graphique: Block = {
  nom: 'graphique',
  place: 'plein',
  modele: '::: graphique barres Part du bio dans les cantines',
  cloture: sourceLine,
  ouverture(texte, report) {
    const type = /^\S*/.exec(texte)?.[0] ?? ''
    const titre = texte.slice(type.length).trim()
    const known = isTypeGraphique(type)
    if (!known) {
      const near = nearest(type, types)[0]
      const attendu = near ? `${near} Titre` : `TYPE Titre, où TYPE est ${enumerate(types)}`
      report('graphique-inconnu', 0, { type, attendu })
    }
    if (titre === '') report('titre-absent', 0, { bloc: 'graphique', modele: graphique.modele })
    return {
      parties: titre === '' ? [] : [{ role: 'titre', texte: titre, offset: texte.length - titre.length }],
      donnees: { type: known ? type : 'barres' },
    }
  },
  lit: true,
  check(bloc, report) {
    read(bloc, report)
    if (!bloc.cloture) report('source-absente', bloc.open, 0, { bloc: 'graphique' })
  },
  render(bloc, cadre) {
    const type = String(bloc.donnees['type'])
    const donnees = read(bloc)
    const dessin =
      donnees && isTypeGraphique(type)
        ? dessiner(
            graphiques[type](
              donnees,
              cadre.couleurs,
              cadre.medium === 'epub' ? largeurs.livre : largeurs.page,
            ),
            describe(donnees),
            bloc,
            cadre,
          )
        : ''
    const table = cadre.blocs(withRowHeaders(bloc.corps))
    const lire =
      cadre.medium === 'web'
        ? `<details class="donnees"><summary>Lire les données</summary>\n${table}</details>\n`
        : table.replace(/<table(?=[ >])/, '<table class="donnees"')
    return [
      ouvrir('figure', bloc, cadre, { 'data-type': type }),
      tete('figcaption', 'Graphique', picto('chart-column', cadre)),
      bloc.titre ? `<p class="bloc-titre">${inlineOf(bloc.titre, cadre)}</p>\n` : '',
      dessin,
      lire,
      source(bloc, cadre),
      '</figure>\n',
    ].join('')
  },
}

/** The cells of the table: names in the header row and first column, figures elsewhere. */
function read(bloc: Bloc, report?: Report): Donnees | null {
  const rows: Token[][] = []
  for (const [index, token] of bloc.corps.entries()) {
    if (token.type === 'tr_open') rows.push([])
    const cell = bloc.corps[index + 1]
    if ((token.type === 'th_open' || token.type === 'td_open') && cell) rows.at(-1)?.push(cell)
  }
  const [entetes, ...lignes] = rows
  if (!entetes || lignes.length === 0 || entetes.length < 2) {
    report?.('graphique-sans-table', bloc.open)
    return null
  }
  const partage = bloc.donnees['type'] === 'anneau' || bloc.donnees['type'] === 'barres-empilees'
  for (const cell of lignes.flatMap(cells => cells.slice(1))) {
    const valeur = plainText(cell.children)
    const value = numberOf(valeur)
    if (value === null) report?.('cellule-non-numerique', cell, 0, { valeur })
    else if (value < 0 && partage) report?.('part-negative', cell, 0, { valeur })
  }
  const words = (cells: Token[]) => cells.map(cell => plainText(cell.children))
  return donneesOf(words(entetes), lignes.map(words))
}

/** The first cell of each row names its figures. */
function withRowHeaders(corps: readonly Token[]): Token[] {
  let first = false
  return corps.map(token => {
    if (token.type === 'tr_open') first = true
    const cell = token.type === 'td_open' || token.type === 'td_close'
    if (!cell || !first) return token
    if (token.type === 'td_close') first = false
    const header = copyToken(token)
    header.tag = 'th'
    if (token.type === 'td_open') header.attrs = [...(token.attrs ?? []), ['scope', 'row']]
    return header
  })
}
