import type { Copy, Fault } from '../planted-edition.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'
const EXEMPLES = 'site/territoires/index.html'

const onExamples = (what: string, change: (html: string) => string, says: RegExp): Fault => ({
  what,
  plant: ({ edit }) => edit(EXEMPLES, change),
  finds: { 'page-exemples': [says] },
})

/** The list lies beside the editions and on the site. */
const inList =
  (change: (text: string) => string) =>
  async ({ edit }: Copy) => {
    await edit('pdf/extrait-liste.json', change)
    await edit('site/telechargements/extrait-liste.json', change)
  }

/** What the editions count, place and number. */
export const counted: Fault[] = [
  onExamples(
    'the shade of another number of examples',
    html => html.replace(/(id="carte-69" class=")un"/, '$1plusieurs"'),
    /La carte montre le département 69 comme « plusieurs »/,
  ),
  onExamples(
    'a département filtered as another',
    html => html.replace('data-departement="69" data-region', 'data-departement="38" data-region'),
    /Le département 69 y est filtré comme 38/,
  ),
  onExamples(
    'the région of another département',
    html => html.replace('data-region="84"', 'data-region="11"'),
    /Le département 69 y est filtré comme 69, région 11/,
  ),
  onExamples(
    'an example filtered under another theme',
    html => html.replace('data-theme="planter-un-arbre"', 'data-theme="tenir-un-marche"'),
    /« Un tilleul sur la place » y est filtré comme « tenir-un-marche »/,
  ),
  onExamples(
    'another number beside the map',
    html => html.replace('<small>1<span', '<small>3<span'),
    /ne compte pas 1\sexemple au 69/,
  ),
  {
    what: 'a criterion called met without proof',
    plant: ({ edit }) =>
      edit('site/donnees/rgaa.csv', text => text.replace('"à vérifier",""', '"conforme","vu"')),
    finds: { 'grille-rgaa': [/1\.1 : « conforme » n’est pas établi/] },
  },
  {
    what: 'a picture out of its proportions',
    plant: ({ edit }) =>
      edit(ARBRE, html => html.replace('width="1600" height="800"', 'width="800" height="800"')),
    finds: { dessins: [/images\/place\.png est déformée : 800 × 800/] },
  },
  {
    what: 'another number of pages for the printer',
    plant: ({ edit }) => edit('site/imprimeur/index.html', html => html.replace('<dd>8</dd>', '<dd>9</dd>')),
    finds: { 'reperes-site': [/Pages : 9 au lieu de 8/] },
  },
  {
    what: 'another number of pages of the file to print',
    plant: ({ edit }) =>
      edit('site/imprimeur/index.html', html => html.replace('8&nbsp;pages', '9&nbsp;pages')),
    finds: { 'reperes-site': [/impression\.pdf a 8\spages ; le lien dit 9/] },
  },
  {
    what: 'a file offered without its weight',
    plant: ({ edit }) =>
      edit('site/imprimeur/index.html', html => html.replace(/8&nbsp;pages, [^<]*/, '8&nbsp;pages')),
    finds: { 'reperes-site': [/impression\.pdf pèse .* ; le lien dit rien/] },
  },
  {
    what: 'another bleed',
    plant: ({ edit }) => edit('site/imprimeur/index.html', html => html.replace('3&nbsp;mm', '5&nbsp;mm')),
    finds: { 'pages-kit': [/« Fond perdu 3 mm » n’y est pas/] },
  },
  {
    what: 'another number of pages of a fiche to choose',
    plant: ({ edit }) =>
      edit('site/composer/index.html', html => html.replace(/data-pages="\d+"/, 'data-pages="77"')),
    finds: { 'pages-kit': [/« Planter un arbre.* dit 77 pages/] },
  },
  {
    what: 'another title for programs that keep references',
    plant: ({ edit }) => edit(ARBRE, html => html.replace(/( {2}title = \{\{)[^}]*/, '$1Autre')),
    finds: { 'reperes-site': [/citation BibTeX.*title Planter un arbre/] },
  },
  {
    what: 'a letter about another fiche',
    plant: ({ edit }) => edit(ARBRE, html => html.replace(/(subject=Fiche%20)1/, '$12')),
    finds: { 'reperes-site': [/courriel.*« fiche 1 » n’y est pas/] },
  },
  {
    what: 'the feed of another publisher',
    plant: ({ edit }) => edit('site/fiches.atom', xml => xml.replace(/<name>[^<]*/, '<name>Autre')),
    finds: { 'listes-site': [/Le fil n’est pas de « Atelier des essais »/] },
  },
  {
    what: 'the pages of another fiche in the list of pieces',
    plant: inList(text => text.replace('"first":5', '"first":4')),
    finds: { extraits: [/La liste dit « 2 tenir-un-marche p\. 4 à 5/] },
  },
  {
    what: 'the keywords of another fiche in the list of pieces',
    plant: inList(text => text.replace('"essai","marché"', '"essai","arbre"')),
    finds: { extraits: [/\(essai, arbre\) » au lieu de/] },
  },
  {
    what: 'an acronym that the pieces lose',
    plant: inList(text => text.replace('"acronyms":[1]', '"acronyms":[]')),
    finds: { extraits: [/Les sigles ne disent pas « ABC »/] },
  },
]
