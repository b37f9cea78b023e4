import type { SearchData } from '../../../../src/web/search/documents.ts'
import type { Fault } from '../planted-edition.ts'
import { changed } from './changed.ts'
import { respell } from './respell.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'
const EXAMPLES = 'site/territoires/index.html'
const CHOICE = 'site/composer/index.html'

const treeOf = ({ documents }: SearchData) => {
  const tree = documents.find(({ adresse }) => adresse === 'fiches/planter-un-arbre/')
  if (!tree) throw new Error('the search has no such fiche')
  return tree
}

/** What leads to a fiche, an example or a file under the name of another. */
export const leads: Fault[] = [
  changed(
    'a next fiche under another number',
    ARBRE,
    'Fiche pratique 2, suivante',
    'Fiche pratique 3, suivante',
    {
      noms: [/« planter-un-arbre », dans le site : Le lien vers la fiche 2 dit « fiche 3 »/],
    },
  ),
  changed(
    'a BibTeX that leads to another fiche',
    ARBRE,
    /(url = \{[^}]*)planter-un-arbre/,
    '$1tenir-un-marche',
    {
      'reperes-site': [
        /citation BibTeX\) : « url https:\/\/example\.org\/carnet\/fiches\/planter-un-arbre\/ »/,
      ],
    },
  ),
  changed(
    'parts cited as of another fiche',
    ARBRE,
    /(data-source="[^"]*titre&quot;:&quot;)[^&]*/,
    '$1Tenir un marché',
    {
      'reperes-site': [/citation d’une partie\) : « titre Planter un arbre au bon endroit » n’y est pas/],
    },
  ),
  changed('a filter that chooses another region', EXAMPLES, '<option value="84">', '<option value="44">', {
    'page-exemples': [/Le filtre dit « Auvergne-Rhône-Alpes » et choisit « Grand Est »/],
  }),
  changed(
    'keywords by which a fiche is not chosen',
    CHOICE,
    'data-mots="essai|arbre"',
    'data-mots="essai|marché"',
    {
      'pages-kit': [/« Planter un arbre au bon endroit » ne se choisit pas par « arbre »/],
    },
  ),
  changed(
    'an ISBN that the kit has not',
    'site/mentions-legales/index.html',
    'aucun à ce jour',
    '978-2-487241-05-3',
    {
      'pages-kit': [/« Imprimé : aucun à ce jour » n’y est pas/],
    },
  ),
  changed('a page to compose that needs a network', 'site/sw.js', /\{"url":"composer\/"[^}]*\},?/, '', {
    'listes-site': [/« composer\/ » n’est pas lu hors connexion/],
  }),
  {
    what: 'a search without a section',
    plant: copy =>
      respell(copy, data => {
        const tree = treeOf(data)
        tree.parties = tree.parties.filter(({ titre }) => titre !== 'Arroser')
      }),
    finds: {
      'recherche-site': [/La section « Arroser » n’y est pas/, /Le texte ne s’y trouve pas : « matin avant/],
    },
  },
  {
    what: 'a search that puts an example in another place',
    plant: copy =>
      respell(copy, data => {
        for (const part of treeOf(data).parties)
          if (part.genre === 'exemple') part.lieu = part.lieu?.replaceAll('Essai', 'Lyon') ?? ''
      }),
    finds: {
      'recherche-site': [/L’exemple « Un tilleul sur la place » y est sans son lieu, « Ville d’Essai »/],
    },
  },
  {
    what: 'a search that shows another text',
    plant: copy =>
      respell(copy, data => {
        for (const part of treeOf(data).parties)
          if (part.titre === 'Arroser') part.texte = 'Parler aux producteurs'
      }),
    finds: {
      'recherche-site': [
        /« Arroser » y dit « parler aux producteurs », que la page ne dit pas/,
        /Le texte ne s’y trouve pas : « matin avant/,
      ],
    },
  },
  changed('year of a citation', ARBRE, 'year = {2030}', 'year = {1999}', {
    'reperes-site': [/citation BibTeX\) : « year 2030 » n’y est pas/],
  }),
  changed('publisher of a citation', ARBRE, 'publisher = {Atelier', 'publisher = {Autre', {
    'reperes-site': [/citation BibTeX\) : « publisher Atelier des essais » n’y est pas/],
  }),
  changed(
    'a plan whose entries exchange their places',
    'site/fiches/planter-un-arbre/index.html',
    /(<li><a href="#)choisir-le-lieu(">[^<]*<\/a>\s*<\/li>\s*<li><a href="#)arroser"/,
    '$1arroser$2choisir-le-lieu"',
    {
      noms: [
        /plan de la page : « Choisir le lieu » mène à « Arroser »/,
        /plan de la page : « Arroser » mène à « Choisir le lieu »/,
        /plan de la page : Ses parties n’y sont pas dans leur ordre/,
      ],
    },
  ),
  changed(
    'a plan that names its parts in another order',
    'site/fiches/planter-un-arbre/index.html',
    /(<ol class="plan">\s*)(<li><a href="#choisir-le-lieu">[^<]*<\/a>\s*<\/li>\s*)(<li><a href="#arroser">[^<]*<\/a>\s*<\/li>)/,
    '$1$3$2',
    { noms: [/plan de la page : Ses parties n’y sont pas dans leur ordre/] },
  ),
  changed(
    'an example that is found by its place alone',
    'site/territoires/index.html',
    /data-lieu="[^"]*"/,
    'data-lieu="Ville d’Essai"',
    { 'page-exemples': [/« Un tilleul sur la place » n’y est cherché que par « Ville d’Essai »/] },
  ),
  changed(
    'a map that counts other examples',
    'site/territoires/index.html',
    '(69), 1 exemple<',
    '(69), 96 exemple<',
    { 'page-exemples': [/La carte dit « 96 exemple » du département 69, qui en a 1/] },
  ),
  changed(
    'a file that opens in the place of the page',
    'site/familles/repere/index.html',
    /(01-planter-un-arbre\.pdf") download/,
    '$1',
    { 'liens-site': [/01-planter-un-arbre\.pdf s’ouvre au lieu de se télécharger/] },
  ),
  {
    what: 'a search that does not hold a box of the margin',
    plant: copy =>
      respell(copy, data => {
        for (const part of treeOf(data).parties) part.texte = part.texte.replace(/Regarder.*?voisins/s, '')
      }),
    finds: { 'recherche-site': [/Le texte ne s’y trouve pas : « regarder/] },
  },
]
