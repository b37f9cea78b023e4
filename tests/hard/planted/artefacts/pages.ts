import type { Fault } from '../planted-edition.ts'
import { changed } from './changed.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'
const MARCHE = 'site/fiches/tenir-un-marche/index.html'

/** What pages say of fiches, files and the kit beside the text of the fiches. */
export const pages: Fault[] = [
  changed('download weight', ARBRE, /PDF, 2&nbsp;pages, 40.ko/, 'PDF, 2&nbsp;pages, 4 ko', {
    'reperes-site': [/telechargements\/01-planter-un-arbre\.pdf pèse 40 ko ; le lien dit 4 ko\./],
  }),
  changed('download pages', ARBRE, 'PDF, 2&nbsp;pages', 'PDF, 7&nbsp;pages', {
    'reperes-site': [/telechargements\/01-planter-un-arbre\.pdf a 2.pages ; le lien dit 7\./],
  }),
  changed('th scope', ARBRE, / scope="col"/g, '', {
    structure: [
      /La cellule d’en-tête « Mois » ne dit pas qu’elle nomme sa colonne/,
      /La cellule d’en-tête « Litres » ne dit pas qu’elle nomme sa colonne/,
    ],
  }),
  changed('th td', ARBRE, /<th([^>]*)>(Mois|Mai|Juin)<\/th>/, '<td$1>$2</td>', {
    structure: [/Un tableau n’a pas de ligne d’en-tête\./],
  }),
  changed(
    'external link elsewhere known',
    MARCHE,
    'href="https://example.org/marches"',
    'href="https://example.org"',
    { 'liens-site': [/« Guide des marchés d’essai » mène à https:\/\/example\.org au lieu de ht/] },
  ),
  changed(
    'family page title',
    'site/familles/repere/index.html',
    /(<h1[^>]*>[\s\S]*?)Repères/,
    '$1Pratiques',
    {
      'pages-kit': [/« Repères » n’y est pas\./],
    },
  ),
  changed('headers without policy', 'site/_headers', /.*Content-Security-Policy.*\n/, '', {
    surete: [/Content-Security-Policy n’est pas envoyé avec \/carnet\/ \(1.page\)\./],
  }),
  changed('composer: pages', 'site/composer/index.html', /2&nbsp;pages|2 pages/, '9 pages', {
    'reperes-site': [/telechargements\/01-planter-un-arbre\.pdf a 2.pages ; le lien dit 9\./],
  }),
  changed(
    'visible breadcrumb',
    ARBRE,
    '<li><a href="/carnet/familles/repere/">',
    '<li><a href="/carnet/familles/pratique/">',
    { 'reperes-site': [/« famille » n’y est pas ; lu : « {2}»\./] },
  ),
  changed(
    'an address that encodes nothing',
    ARBRE,
    '<li><a href="/carnet/familles/repere/">',
    '<li><a href="/carnet/familles/100%/">',
    {
      'liens-site': [/planter-un-arbre\/index\.html : .*\/carnet\/familles\/100%\//],
      'reperes-site': [/« famille » n’y est pas ; lu : « {2}»\./],
    },
  ),
  changed(
    'picture of another',
    ARBRE,
    'src="/carnet/images/place.png"',
    'src="/carnet/icones/icone-180.png"',
    { dessins: [/« Un arbre au milieu d'une place » montre icones\/icone-180\.png au lieu/] },
  ),
  changed('cite', ARBRE, 'fiche 1, Petit carnet', 'fiche 9, Petit carnet', {
    'reperes-site': [/« fiche 1 » n’y est pas ; lu : « Citer cette fiche\n\n {2}\nAtelier des ess/],
  }),
  changed('mail share other', ARBRE, /body=https[^"]*/, 'body=https%3A%2F%2Fautre.example', {
    'reperes-site': [/« https:\/\/example\.org\/carnet\/fiches\/planter-un-arbre\/ » n’y est pas ;/],
  }),
  changed('date shown', ARBRE, 'mai 2030', 'juin 2030', {
    'reperes-site': [/« mai 2030 » n’y est pas ; lu : « juin 2030 2030-05 »\./],
  }),
  changed('add to kit other', ARBRE, '?ajouter=1', '?ajouter=2', {
    'reperes-site': [/« ajouter=1 » n’y est pas ; lu : « \/carnet\/composer\/\?ajouter=2 »\./],
  }),
  changed('number of the fiche', ARBRE, 'numéro 1', 'numéro 4', {
    'reperes-site': [/« numéro 1 » n’y est pas ; lu : « Fiche repère numéro 4 »\./],
  }),
  changed('big number', ARBRE, 'aria-hidden="true">1</p>', 'aria-hidden="true">4</p>', {
    'reperes-site': [/« 1 » n’y est pas ; lu : « 4 »\./],
  }),
  changed('acronym title', ARBRE, 'title="Atelier bien commode"', 'title="Autre chose"', {
    structure: [/Le sigle ABC est développé « Autre chose » au lieu de « Atelier bien c/],
  }),
  changed(
    'nouveautes',
    'site/nouveautes/index.html',
    /<main[\s\S]*<\/main>/,
    '<main id="contenu"><h1>Nouveautés</h1></main>',
    { 'pages-kit': [/La page est vide\./] },
  ),
  changed('mentions emptied', 'site/mentions-legales/index.html', 'Hébergeur d’essai', 'Autre', {
    'pages-kit': [/« Hébergeur d’essai » n’y est pas\./],
  }),
  changed('accessibilite state', 'site/accessibilite/index.html', /non conforme/g, 'totalement conforme', {
    'pages-kit': [/La page se dit « totalement conforme » au lieu de « non conforme »\./],
  }),
  changed('ressources emptied', 'site/ressources/index.html', /Guide des marchés d’essai/, '', {
    'pages-kit': [/« Guide des marchés d’essai, Atelier des essais, 2029 » n’y est pas\./],
  }),
  changed('a Latin word said in French', 'site/fiches/planter-un-arbre/index.html', ' lang="la"', '', {
    structure: [/dans le site : « in situ » n’est pas donné comme un mot d’une autre langue \(la\)/],
  }),
  changed('a card without the pages of its file', 'site/index.html', /(hors-vue">, )\d+ pages?/, '$1', {
    'reperes-site': [/telechargements\/\d\d-[\w-]+\.pdf a \d+\spages? ; le lien dit rien\./],
  }),
]
