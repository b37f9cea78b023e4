import type { Fault } from '../planted-edition.ts'
import { changed, inBook } from './changed.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'
const CHAPTER = 'fiche-planter-un-arbre.xhtml'

const onSite = (what: string, path: string, from: string | RegExp, to: string, says: RegExp): Fault =>
  changed(what, path, from, to, { 'notice-site': [says] })

const ofBook = (what: string, path: string, from: string | RegExp, to: string, ...says: RegExp[]): Fault =>
  inBook(what, path, from, to, { 'notice-livre': says })

/** What no page shows: notices, marks, numbers and names around the texts. */
export const noted: Fault[] = [
  onSite('a page in another country', ARBRE, 'fr_FR', 'en_US', /og:locale : « en_US » au lieu de « fr_FR »/),
  onSite(
    'a fiche of another site',
    ARBRE,
    'og:site_name" content="Petit',
    'og:site_name" content="Autre',
    /og:site_name : « Autre carnet »/,
  ),
  onSite(
    'a fiche that is a site',
    ARBRE,
    'content="article"',
    'content="website"',
    /og:type : « website » au lieu de « article »/,
  ),
  onSite(
    'a picture of another size',
    ARBRE,
    'width" content="1200"',
    'width" content="120"',
    /og:image:width : « 120 » au lieu de « 1200 »/,
  ),
  onSite(
    'a page without night',
    'site/ressources/index.html',
    /<meta name="color-scheme"[^>]*>/,
    '',
    /color-scheme : « rien »/,
  ),
  onSite(
    'a picture of an icon that is another',
    'site/sigles/index.html',
    'icone-180.png',
    'icone-512.png',
    /apple-touch-icon : « [^»]*icone-512/,
  ),
  onSite(
    'a way to another family',
    ARBRE,
    'familles/repere/">Repères',
    'familles/pratique/">Repères',
    /« Repères » mène à la famille « Pratiques »/,
  ),
  onSite(
    'a menu that is lost',
    'site/ressources/index.html',
    /aria-current="page"/g,
    '',
    /Le menu ne dit pas que l’on est à « Ressources »/,
  ),
  onSite(
    'the foot of another page',
    'site/nouveautes/index.html',
    'Licence CC0 1.0',
    'Licence CC BY',
    /nouveautes\/index\.html : Cette partie n’est pas celle des autres pages : pied/,
  ),
  onSite(
    'a search in another language',
    'site/sommaire/index.html',
    'for="recherche-mots">Chercher dans le kit',
    'for="recherche-mots">Search',
    /Cette partie n’est pas celle des autres pages : recherche/,
  ),
  onSite(
    'an application in another language',
    'site/site.webmanifest',
    /"lang": ?"fr"/,
    '"lang":"en"',
    /site\.webmanifest : lang : « en » au lieu de « fr »/,
  ),
  onSite(
    'a feed of another kit',
    'site/fiches.atom',
    '<title>Petit',
    '<title>Autre',
    /fiches\.atom : title : « Autre carnet »/,
  ),
  onSite(
    'a feed of another time',
    'site/fiches.atom',
    /<updated>2030/,
    '<updated>1999',
    /fiches\.atom : updated : « 1999-05 » au lieu de « 2030-05 »/,
  ),
  onSite(
    'files that are fetched at each visit',
    'site/_headers',
    ', immutable',
    '',
    /est demandé à chaque visite/,
  ),
  changed('keywords of another fiche', ARBRE, '"keywords":"essai, arbre"', '"keywords":"autre"', {
    editeur: [/\(0\.keywords\) disent « autre » au lieu de « essai, arbre »/],
  }),
  ofBook(
    'a notice in another language',
    'content.opf',
    'xml:lang="fr-FR"',
    'xml:lang="en"',
    /langue : « en » au lieu de « fr-FR »/,
  ),
  ofBook(
    'a book that is heard',
    'content.opf',
    'accessMode">visual',
    'accessMode">auditory',
    /schema:accessMode : « textual, auditory »/,
  ),
  ofBook(
    'a picture of a book that is its style',
    'content.opf',
    'name="cover" content="f-couverture.jpg"',
    'name="cover" content="style"',
    /image des anciens lecteurs : « style »/,
  ),
  ofBook(
    'an author who draws',
    'content.opf',
    '>aut<',
    '>ill<',
    /rôle de l’auteur : « ill » au lieu de « aut »/,
  ),
  ofBook(
    'the rights of another year',
    'content.opf',
    '© 2030',
    '© 1999',
    /dc:rights : « © 1999 Atelier des essais »/,
  ),
  ofBook(
    'a table in another language',
    'nav.xhtml',
    'Table des matières</h1>',
    'Contents</h1>',
    /« Contents » au lieu de « Table des matières »/,
  ),
  ofBook(
    'a landmark in another language',
    'nav.xhtml',
    '>Les fiches<',
    '>Text<',
    /« Text » au lieu de « Les fiches »/,
  ),
  ofBook(
    'the mark of another family',
    CHAPTER,
    '■</span> Fiche',
    '▲</span> Fiche',
    /La fiche n’a pas la marque de sa famille, ■/,
  ),
  ofBook(
    'a line under the mark of another family',
    'nav.xhtml',
    '■ 1. Planter',
    '▲ 1. Planter',
    /« ▲ 1\. Planter [^»]+ » n’a pas la marque/,
  ),
  ofBook(
    'the number of another fiche',
    'sommaire.xhtml',
    '<span class="numero">2',
    '<span class="numero">4',
    /« Tenir un marché du samedi » y est la fiche 4 au lieu de 2/,
  ),
  ofBook(
    'a place in another fiche',
    'territoires.xhtml',
    'fiche 1, Planter',
    'fiche 2, Planter',
    /y est la fiche 2 au lieu de 1/,
  ),
  ofBook(
    'a cell of another column',
    CHAPTER,
    'data-colonne="Litres"',
    'data-colonne="Mois"',
    /Une cellule de « Litres » se dit de « Mois »/,
  ),
  changed(
    'colour of the window',
    'site/site.webmanifest',
    '"theme_color": "#ffffff"',
    '"theme_color": "#ff0000"',
    {
      'notice-site': [/theme_color : « #ff0000 » au lieu de « #ffffff »/],
    },
  ),
  inBook('another book', 'content.opf', /urn:uuid:[\w-]+/, 'urn:uuid:00000000-0000-5000-8000-000000000000', {
    'notice-livre': [/dc:identifier : « urn:uuid:0{8}-/],
    'tables-livre': [/Le livre s’y nomme urn:uuid:(?!0{8})\S+, et autrement dans sa notice\./],
  }),
  inBook(
    'way of reading unsaid',
    'content.opf',
    /<meta property="schema:accessibilitySummary">[^<]*<\/meta>\n/,
    '',
    {
      'notice-livre': [/Elle ne dit pas comment le livre se lit \(accessibilitySummary\)\./],
    },
  ),
  inBook('sections in another order', 'toc.ncx', /(id="np-3" playOrder=")\d+/, '$199', {
    'tables-livre': [/s’y lit avant ce qui le précède \(playOrder\)\./],
  }),
  inBook('fewer levels than there are', 'toc.ncx', /(dtb:depth" content=")\d+/, '$11', {
    'tables-livre': [/toc\.ncx : dtb:depth dit 1 au lieu de \d\./],
  }),
  inBook('more pages than there are', 'toc.ncx', /(dtb:totalPageCount" content=")\d+/, '$199', {
    'tables-livre': [/toc\.ncx : dtb:totalPageCount dit 99 au lieu de \d+\./],
  }),
  ofBook(
    'pages of no book',
    'content.opf',
    /<meta refines="#imprime" property="source-of">pagination<\/meta>/,
    '',
    /Elle ne dit pas de quel livre sont les pages qu’elle repère/,
  ),
  ofBook(
    'a book that conforms to no norm',
    'content.opf',
    '</metadata>',
    '<meta property="dcterms:conformsTo">83 %</meta></metadata>',
    /Elle se dit conforme à « 83 % », dont l’audit de kit\.yaml ne dit rien/,
  ),
  ofBook(
    'a book that conforms to a norm without an audit',
    'content.opf',
    '</metadata>',
    '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>\n</metadata>',
    /Elle se dit conforme à « EPUB Accessibility 1\.1 - WCAG 2\.1 Level AA », dont l’audit de kit\.yaml ne dit rien/,
  ),
]
