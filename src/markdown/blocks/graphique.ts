import type { Token } from 'markdown-it'
import { nearest } from '../nearest.ts'
import { inlineOf, ouvrir, picto, source, tete } from '../render/parts.ts'
import { plainText } from '../text.ts'
import { type Bloc, type Block, type Report, sourceLine } from './block.ts'

export const types = ['barres', 'barres-empilees', 'courbe', 'anneau'] as const

/** `::: graphique barres Titre`: a table, drawn; the table stays as the text alternative. */
export const graphique: Block = {
  nom: 'graphique',
  place: 'plein',
  modele: '::: graphique barres Part du bio dans les cantines',
  cloture: sourceLine,
  ouverture(texte, report) {
    const type = /^\S*/.exec(texte)?.[0] ?? ''
    const titre = texte.slice(type.length).trim()
    const known = (types as readonly string[]).includes(type)
    if (!known) {
      const near = nearest(type, types)[0]
      report('graphique-inconnu', 0, { type, attendu: near ?? types.join(', ') })
    }
    if (titre === '') report('titre-absent', 0, { bloc: 'graphique', modele: graphique.modele })
    return {
      parties: titre === '' ? [] : [{ role: 'titre', texte: titre, offset: texte.length - titre.length }],
      donnees: { type: known ? type : 'barres' },
    }
  },
  check(bloc, report) {
    read(bloc, report)
    if (!bloc.cloture) report('source-absente', bloc.open, 0, { bloc: 'graphique' })
    return {}
  },
  render(bloc, cadre) {
    const table = cadre.blocs(bloc.corps)
    const donnees =
      cadre.medium === 'web'
        ? `<details class="donnees"><summary>Lire les données</summary>\n${table}</details>\n`
        : table.replace(/<table(?=[ >])/, '<table class="donnees"')
    return [
      ouvrir('figure', bloc, cadre, { 'data-type': String(bloc.donnees['type'] ?? 'barres') }),
      tete('figcaption', 'Graphique', picto('chart-column', cadre)),
      bloc.titre ? `<p class="bloc-titre">${inlineOf(bloc.titre, cadre)}</p>\n` : '',
      donnees,
      source(bloc, cadre),
      '</figure>\n',
    ].join('')
  },
}

type Table = { entetes: Token[]; lignes: { nom: Token; valeurs: number[] }[] }

function read(bloc: Bloc, report?: Report): Table | null {
  const rows: Token[][] = []
  for (const [index, token] of bloc.corps.entries()) {
    if (token.type === 'tr_open') rows.push([])
    const cell = bloc.corps[index + 1]
    if ((token.type === 'th_open' || token.type === 'td_open') && cell) rows.at(-1)?.push(cell)
  }
  const [entetes, ...corps] = rows
  if (!entetes || corps.length === 0 || entetes.length < 2) {
    report?.('graphique-sans-table', bloc.open)
    return null
  }
  const lignes = corps.flatMap(([nom, ...cells]) =>
    nom
      ? [
          {
            nom,
            valeurs: cells.map(cell => {
              const text = plainText(cell.children)
              const value = numberOf(text)
              if (value === null) report?.('cellule-non-numerique', cell, 0, { valeur: text })
              return value ?? 0
            }),
          },
        ]
      : [],
  )
  return { entetes, lignes }
}

/** `1 234,5 %` → 1234.5 */
export function numberOf(text: string): number | null {
  const found = /^([+−–-]?)\s*(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(?:%|€)?$/.exec(text.trim())
  if (!found) return null
  const value = Number((found[2] ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
  return found[1] && found[1] !== '+' ? -value : value
}
