import type { Fault } from '../planted-edition.ts'
import { changed, inBook } from './changed.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'
const CHAPTER = 'fiche-planter-un-arbre.xhtml'
const HOME = 'site/index.html'
const MAP = 'site/territoires/index.html'

/** What comparing words does not see: signs, capitals, spaces, lengths, counts. */
export const written: Fault[] = [
  changed('a unit that is lost', ARBRE, '<span class="unite">%</span>', '', {
    'mots-site': [/ligne 26.*Majuscules ou signes .* perdus ou changés : « 12 % de la place/],
  }),
  changed('capitals', ARBRE, '>Regarder d’abord', '>REGARDER d’abord', {
    'mots-site': [/Majuscules ou signes .* perdus ou changés : « Regarder d'abord le sol/],
  }),
  changed('a straight apostrophe', ARBRE, 'Regarder d’abord', "Regarder d'abord", {
    typographie: [/planter-un-arbre\/index\.html : « d'abord » : l’apostrophe est droite/],
  }),
  changed('a sign that may begin a line', ARBRE, 'chaleur\u202f;', 'chaleur ;', {
    typographie: [/« chaleur ; » : l’espace avant le signe n’est pas insécable/],
  }),
  inBook('a colon that may begin a line', CHAPTER, 'Source\u00a0:', 'Source :', {
    typographie: [/fiche-planter-un-arbre\.xhtml : « Source : » : l’espace avant le signe/],
  }),
  changed('bold that is lost', ARBRE, '<strong>2029</strong>', '<em>2029</em>', {
    structure: [/dans le site : « 2029 » n’y est pas en gras/],
  }),
  changed('a bar that is too short', ARBRE, 'width="36.24"', 'width="25.4"', {
    dessins: [/Site, .*« Litres d’eau par mois » : La barre de 60 est trop courte \(70 % de sa longueur\)/],
  }),
  changed('a bar that is not drawn', ARBRE, /<rect [^>]*width="54\.35"[^>]*>/, '', {
    dessins: [/Il dessine 2 barres au lieu de 3/],
  }),
  inBook(
    'bars of the e-book with another scale',
    'graphiques/planter-un-arbre-1.svg',
    />80<\/text>|>100<\/text>/g,
    '>200</text>',
    {
      dessins: [40, 60, 90].map(
        value => new RegExp(`Livre numérique, .*La barre de ${value} est trop longue \\(200 %`),
      ),
    },
  ),
  changed('a head of a column that names its row', ARBRE, 'scope="col">Mois', 'scope="row">Mois', {
    structure: [/« Mois » ne dit pas qu’elle nomme sa colonne/],
  }),
  changed(
    'the number of a card',
    HOME,
    '<span class="hors-vue">numéro </span>1<',
    '<span class="hors-vue">numéro </span>9<',
    {
      'reperes-site': [/numéro d’une carte\) : « 1 » n’y est pas/],
    },
  ),
  changed('the family of a card', HOME, /(carte-famille">.*?<span>)Fiche repère/, '$1Fiche', {
    'reperes-site': [/famille d’une carte\) : « Fiche repère » n’y est pas/],
  }),
  changed('fiches of a family, counted', HOME, /(value="repere">.*?<small>)1/s, '$14', {
    'pages-kit': [/« Repères » y a 4 fiches à lire au lieu de 1/],
    accords: [/« 4 fiche » ne s’accorde pas/],
  }),
  changed('how long it is read', ARBRE, /1&nbsp;min de lecture/, '9&nbsp;min de lecture', {
    'reperes-site': [
      /\(temps de lecture\) : 9 min au lieu de 1 environ/,
      /\(temps de lecture d’une carte\) : « 9.min » n’y est pas/,
    ],
  }),
  changed('who made a picture', ARBRE, /<figcaption class="credit">.*?<\/figcaption>/, '', {
    'mots-site': [/Il y manque le mot de la maquette « Atelier des essais, CC0 »/],
  }),
  changed('another name on the map', MAP, '<title>Guadeloupe (971)', '<title>Martinique (971)', {
    'page-exemples': [/La carte nomme le département 971 « Martinique » au lieu de « Guadeloupe »/],
  }),
  changed('the licence at the foot', HOME, /Licence CC0 1\.0/, 'Licence', {
    'tetes-site': [/index\.html : Le pied de page ne dit pas « Licence CC0 1\.0 »/],
    'notice-site': [/./],
  }),
  inBook(
    'a line of the sommaire without its page',
    'sommaire.xhtml',
    /<span class="folio">.*?<\/span><\/span>/,
    '',
    {
      'numeros-editions': [/« Planter un arbre au bon endroit » ne dit pas sa page/],
    },
  ),
  inBook('a cell that names no column', CHAPTER, ' data-colonne="Litres"', '', {
    'notice-livre': [/Une cellule de « Litres » se dit de « {1,2}»/],
  }),
  changed(
    'the place of an example in capitals',
    'site/donnees/exemples.csv',
    'Ville d’Essai',
    'VILLE D’ESSAI',
    {
      'donnees-ouvertes': [
        /exemples\.csv : « Un tilleul sur la place », lieu : « VILLE D’ESSAI » au lieu de « Ville d.Essai »/,
      ],
    },
  ),
  changed('a manifest that does not name the screen PDF', 'manifeste.json', '"pdf-ecran"', '"pdf-perdu"', {
    codes: [/manifeste\.json : .*il ne nomme aucun fichier « pdf-ecran »/],
  }),
  changed('the sign of a block', ARBRE, /("bloc chiffres"[\s\S]*?)<path fill="none" d="M18 17V9"\/>/, '$1', {
    pictogrammes: [/« Chiffres d’essai » n’a pas son pictogramme \(chart-column\)/],
  }),
  changed('numbers at the left', ARBRE, / class="a-droite"/g, '', {
    structure: [/dans le site : 0.colonne de nombres à droite au lieu de 1/],
  }),
  changed('an acronym that nobody explains', ARBRE, /<abbr title="Atelier bien commode">ABC<\/abbr>/, 'ABC', {
    structure: [/dans le site : Le sigle ABC n’y est développé nulle part/],
  }),
  changed(
    'an example as a quotation',
    ARBRE,
    /<p>(La commune a planté[\s\S]*?)<\/p>/,
    '<blockquote>$1</blockquote>',
    {
      structure: [
        /dans le site : « .*Exemple.* » y est donné comme une citation/,
        /dans le PDF : « La commune a planté .* » n’y est pas une citation/,
      ],
    },
  ),
  changed('the address that the law wants', 'site/accessibilite/index.html', '71120', '71210', {
    'pages-kit': [/« Défenseur des droits, Libre réponse 71120.* » n’y est pas/],
  }),
  changed(
    'a weight before composing',
    'site/composer/index.html',
    /data-poids-livre="[^"]*"/,
    'data-poids-livre="3 ko"',
    {
      'reperes-site': [/petit-carnet\.epub pèse .* ko ; le lien dit 3 ko/],
    },
  ),
]
