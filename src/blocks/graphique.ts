import type { Token } from 'markdown-it'
import {
  type ChartData,
  chartsByType,
  chartWidths,
  dataOf,
  describe,
  describeTable,
  disagreementsOf,
  drawChart,
  HIGHEST,
  isAmbiguous,
  isChartType,
  NO_COLOURS,
  numberOf,
} from '../charts/index.ts'
import { enumerate, nearest } from '../problems/index.ts'
import {
  type Bloc,
  type Block,
  blockHead,
  checkSource,
  copyToken,
  enclose,
  openingPart,
  plainText,
  type Report,
  slugify,
  source,
  sourceLine,
  sourcePart,
  tablesOf,
  titleAsWritten,
} from '../text/index.ts'
import { reportRenvois } from './items.ts'

const types = Object.keys(chartsByType)

/** `::: graphique barres Titre`: a table, drawn. The table stays as the text alternative. On paper it is left out where the
 *  drawing writes each value: the description of the drawing then says it all. */
export const graphique: Block<'graphique'> = {
  name: 'graphique',
  label: 'Graphique',
  help: 'Avant le titre, le type : barres, barres-empilees, courbe ou anneau. Le tableau donne les valeurs, l’unité est dans l’en-tête.',
  heading: { words: 'Graphique', icon: 'chart-column' },
  print: 'chart',
  sheet: 'graphiques',
  template: '::: graphique barres Part du bio dans les cantines',
  word: {
    look: 'plain',
    mark: 'barres',
    table: [
      ['[Année]', '[Part (%)]'],
      ['[2024]', '[12]'],
    ],
  },
  form: {
    title: 'Un graphique',
    parts: [
      {
        name: 'type',
        label: 'Type',
        choices: {
          barres: 'Barres : comparer des valeurs',
          'barres-empilees': 'Barres empilées : les parts de plusieurs tout',
          courbe: 'Courbe : une évolution dans le temps',
          anneau: 'Anneau : les parts d’un tout',
        } satisfies Record<keyof typeof chartsByType, string>,
      },
      { name: 'titre', label: 'Titre', needed: true, example: 'Part de l’ESS dans l’emploi' },
      { name: 'tableau', label: 'Valeurs ; la première ligne nomme les colonnes', kind: 'table' },
      sourcePart,
    ],
    lines:
      /^::: graphique (?<type>[\w-]+)(?: (?<titre>.+))?\n(?:[^|][\s\S]*?\n)??\n*(?<tableau>\|.*\|(?:\n\|.*\|)+)(?:\n[\s\S]*?)??(?:\n{1,2}Sources?\s*:\s*(?<source>.*))?\n:::$/,
    write: ({ type, titre, tableau, source }) =>
      `::: graphique ${type} ${titre}\n${tableau}\n\nSource : ${source}\n:::`,
    isDrawn: true,
  },
  close: sourceLine,
  open(texte, report) {
    const type = /^\S*/.exec(texte)?.[0] ?? ''
    const titre = texte.slice(type.length).trim()
    const exists = isChartType(type)
    const [mot = ''] = titre.split(/\s/, 1)
    const joint = slugify(`${type} ${mot}`)
    if (joint !== type && isChartType(joint)) {
      const attendu = `${joint} ${titre.slice(mot.length).trim() || 'Titre'}`
      report('graphique-inconnu', 0, { type: `${type} ${mot}`, attendu })
    } else if (!exists) {
      const near = nearest(type, types)
      const attendu = near ? `${near} Titre` : `TYPE Titre, où TYPE est ${enumerate(types)}`
      report('graphique-inconnu', 0, { type, attendu })
    }
    if (titre === '') report('titre-absent', 0, { bloc: 'graphique', modele: graphique.template })
    return {
      parts: [...openingPart('marque', type, 0), ...openingPart('titre', titre, texte.length - titre.length)],
      donnees: { type: exists ? type : 'barres' },
    }
  },
  readsSetWords: true,
  check(bloc, report) {
    checkTable(bloc, report)
    checkSource(bloc, report)
  },
  render(bloc, context) {
    const type = String(bloc.donnees['type'])
    const donnees = read(bloc)
    const drawn = donnees && leavingTitle(donnees, plainText(bloc.titre?.children ?? null))
    const draw = (largeur: number) =>
      drawn && isChartType(type) ? chartsByType[type](drawn, context.couleurs, largeur) : null
    let graphe = draw(context.medium === 'print' ? chartWidths.page : chartWidths.ecran)
    const { avant, tables, apres } = aroundTables(bloc.corps)
    const isDescribed = context.medium === 'print' && graphe?.complete && !tables.some(hasLink)
    // Neither a table nor a box beside it: its bars run across the page.
    if (isDescribed && context.seul && type === 'barres-empilees') graphe = draw(chartWidths.feuille)
    const label = donnees && (isDescribed ? describeTable(donnees) : describe(donnees))
    const dessin = graphe && label !== null ? drawChart(graphe, label, bloc, context) : ''
    const table = context.blocs(withRowHeaders(tables))
    const lire =
      isDescribed || tables.length === 0
        ? ''
        : context.medium === 'web'
          ? `<details class="donnees"><summary>Lire les données</summary>\n${table}</details>\n`
          : table.replace(/<table(?=[ >])/, '<table class="donnees"')
    const parts = [
      blockHead('figcaption', bloc, context),
      titleAsWritten(bloc, context),
      context.blocs(avant),
      dessin,
      lire,
      context.blocs(apres),
      source(bloc, context),
    ]
    return enclose('figure', bloc, context, parts, { 'data-type': type })
  },
}

/** The name of an only series is not drawn where the title says it: « Litres » under « Litres d’eau par mois ». */
function leavingTitle(donnees: ChartData, titre: string): ChartData {
  const [only, ...others] = donnees.series
  const hasWords = only !== undefined && `-${slugify(titre)}-`.includes(`-${slugify(only.name)}-`)
  if (!hasWords || others.length > 0) return donnees
  return { ...donnees, series: [{ ...only, name: '' }] }
}

/** Tells of what the table cannot be drawn from: it would show figures that the author did not write. */
function checkTable(bloc: Bloc, report: Report): void {
  for (const surplus of bloc.corps.filter(({ type }) => type === 'table_open').slice(1))
    report('tableau-en-trop', surplus)
  const [entetes = [], ...lignes] = firstTable(bloc)
  if (lignes.length === 0 || entetes.length < 2) {
    report('graphique-sans-table', bloc.open)
    return
  }

  for (const cell of [entetes, ...lignes].flat()) reportRenvois(cell, report, { ou: 'un graphique' })
  const type = String(bloc.donnees['type'])
  const surplus = type === 'anneau' ? entetes[2] : undefined
  if (surplus) report('colonne-en-trop', surplus, 0, { colonne: plainText(surplus.children) })
  for (const cell of lignes.flatMap(cells => cells.slice(1))) {
    const valeur = plainText(cell.children)
    const value = numberOf(valeur)
    if (valeur.trim() === '') report('cellule-vide', cell)
    else if (isAmbiguous(valeur)) {
      const lu = value === null ? 'mal' : value.toLocaleString('fr-FR')
      report('cellule-ambigue', cell, 0, { valeur, lu, milliers: valeur.trim().replace(/[.,]/g, ' ') })
    } else if (value === null) report('cellule-non-numerique', cell, 0, { valeur })
    else if (value < 0 && (type === 'anneau' || type === 'barres-empilees'))
      report('part-negative', cell, 0, { valeur })
  }
  if (type === 'anneau') checkAnneau(bloc, entetes, lignes, report)
  for (const { row: ligne, column: colonne, against: avec } of disagreementsOf(
    words(entetes),
    lignes.map(words),
  )) {
    const cell = lignes[ligne]?.[colonne + 1]
    if (cell) report('unite-contradictoire', cell, 0, { valeur: plainText(cell.children), avec })
  }
  checkHeight(bloc, lignes.length, report)
}

/** A page has no room for a drawing that is too high, nor its reader eyes for what would be left of it there. */
function checkHeight(bloc: Bloc, count: number, report: Report): void {
  const [donnees, type] = [read(bloc), String(bloc.donnees['type'])]
  if (!donnees || !isChartType(type)) return
  const { depth: hauteur } = chartsByType[type](donnees, NO_COLOURS, chartWidths.page)
  if (hauteur <= HIGHEST) return
  const most = Math.max(1, Math.floor((count * HIGHEST) / hauteur))
  report('graphique-trop-haut', bloc.open, 0, { lignes: String(count), most: String(most) })
}

/** A ring shows shares of one whole. Each share may have been rounded up by half a point. */
function checkAnneau(
  bloc: Bloc,
  entetes: readonly Token[],
  lignes: readonly Token[][],
  report: Report,
): void {
  const parts = lignes.map(cells => plainText(cells[1]?.children ?? null))
  const values = parts.map(numberOf)
  if (!values.every(value => value !== null)) return
  const total = values.reduce((sum, value) => sum + value, 0)
  const percent = [plainText(entetes[1]?.children ?? null), ...parts].some(text => text.includes('%'))
  const cell = lignes[0]?.[1] ?? bloc.open
  const sum = lignes.find(
    (cells, at) => isSum.test(plainText(cells[0]?.children ?? null)) && isNear(values[at] ?? 0, total / 2),
  )
  if (sum?.[0]) report('ligne-de-total', sum[0], 0, { nom: plainText(sum[0].children) })
  else if (values.every(value => value === 0))
    report('anneau-total', cell, 0, { total: '0', cause: 'il n’y a rien à dessiner' })
  else if (percent && total > 100 + lignes.length / 2)
    report('anneau-total', cell, 0, {
      total: `${total.toFixed(1).replace(/\.0$/, '').replace('.', ',')} %`,
      cause: 'un tout n’a que 100 %',
    })
}

const isSum = /^(?:total|ensemble|somme|tous)\b/i
const isNear = (one: number, other: number) => Math.abs(one - other) <= Math.abs(other) / 50

/** The first table: names in the header row and first column, figures elsewhere. Null when there is nothing to draw. */
function read(bloc: Bloc): ChartData | null {
  const [entetes = [], ...lignes] = firstTable(bloc)
  return lignes.length === 0 || entetes.length < 2 ? null : dataOf(words(entetes), lignes.map(words))
}

/** The words of the first table, a token a cell. */
const firstTable = ({ corps }: Bloc): Token[][] =>
  (tablesOf(corps)[0] ?? []).map(row => row.map(({ inline }) => inline))

/** Parts a body at its tables: the texts before and after stay when paper leaves out the table. */
function aroundTables(corps: readonly Token[]): Record<'avant' | 'tables' | 'apres', Token[]> {
  const first = corps.findIndex(({ type }) => type === 'table_open')
  const last = corps.findLastIndex(({ type }) => type === 'table_close')
  const start = first < 0 ? corps.length : first
  return {
    avant: corps.slice(0, start),
    tables: corps.slice(start, last + 1),
    apres: corps.slice(Math.max(start, last + 1)),
  }
}

const hasLink = ({ children }: Token) => children?.some(({ type }) => type === 'link_open') ?? false

const words = (cells: readonly Token[]) => cells.map(cell => plainText(cell.children))

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
