import type { Fault } from '../planted-edition.ts'
import { inBook } from './changed.ts'

const ARBRE = 'fiche-planter-un-arbre.xhtml'

/** What the e-book’s notice, order, cover, pictures and tables have wrong. */
export const notice: Fault[] = [
  inBook('picture of another', ARBRE, 'src="images/place.png"', 'src="couverture.jpg"', {
    dessins: [/« Un arbre au milieu d'une place » montre couverture\.jpg au lieu de im/],
  }),
  inBook('chart of another', ARBRE, 'src="graphiques/planter-un-arbre-1.svg"', 'src="images/place.png"', {
    dessins: [/Un graphique montre images\/place\.png\./],
  }),
  inBook(
    'spine order',
    'content.opf',
    '<itemref idref="f-fiche-planter-un-arbre.xhtml"/>\n<itemref idref="f-fiche-tenir-un-marche.xhtml"/>',
    '<itemref idref="f-fiche-tenir-un-marche.xhtml"/>\n<itemref idref="f-fiche-planter-un-arbre.xhtml"/>',
    { 'tables-livre': [/Le livre se lit dans un autre ordre que le kit : couverture\.xhtml, som/] },
  ),
  inBook(
    'landmarks',
    'nav.xhtml',
    'epub:type="bodymatter" href="fiche-planter-un-arbre.xhtml"',
    'epub:type="bodymatter" href="page-colophon.xhtml"',
    { 'tables-livre': [/Le repère « bodymatter » mène à page-colophon\.xhtml au lieu de fiche-p/] },
  ),
  inBook('cover-image', 'content.opf', ' properties="cover-image"', '', {
    'tables-livre': [/L’image de couverture est « aucune »\./],
  }),
  inBook(
    'cover is another picture',
    'content.opf',
    /<item id="f-couverture.jpg"[^>]*>\n([\s\S]*?)<item id="f-images_2f_place.png"([^>]*)\/>/,
    '<item id="f-couverture.jpg" href="couverture.jpg" media-type="image/jpeg"/>\n$1<item id="f-images_2f_place.png"$2 properties="cover-image"/>',
    { 'tables-livre': [/L’image de couverture est « images\/place\.png »\./] },
  ),
  inBook(
    'pageBreakMarkers lost',
    'content.opf',
    /<meta property="schema:accessibilityFeature">pageBreakMarkers<\/meta>\n/,
    '',
    { editeur: [/Elle n’annonce pas « pageBreakMarkers », que le livre a\./] },
  ),
  inBook('hazard', 'content.opf', 'accessibilityHazard">none', 'accessibilityHazard">flashing', {
    editeur: [/Elle annonce un danger, « flashing »\./],
  }),
  inBook('false claim', 'content.opf', 'accessibilityFeature">ARIA', 'accessibilityFeature">captions', {
    editeur: [
      /Elle n’annonce pas « ARIA », que le livre a\./,
      /Elle annonce « captions », que le livre n’a pas\./,
    ],
  }),
  inBook('style white', 'style.css', /^/, 'p { color: transparent }\n', {
    'tables-livre': [/Le style cache « p »\./],
  }),
  inBook('style off', 'style.css', /^/, '.chapo { position: absolute; left: -9999px }\n', {
    'tables-livre': [/Le style cache « \.chapo »\./],
  }),
  inBook('style lost', 'style.css', /[\s\S]*/, '', {
    'tables-livre': [/Le chapitre n’a pas de feuille de style\./],
    'accessibilite-epub': [/de nuit : Le texte se détache mal de son fond/],
  }),
  inBook(
    'linear no',
    'content.opf',
    '<itemref idref="f-fiche-tenir-un-marche.xhtml"/>',
    '<itemref idref="f-fiche-tenir-un-marche.xhtml" linear="no"/>',
    { 'tables-livre': [/On passe « f-fiche-tenir-un-marche\.xhtml » en lisant \(linear="no"\)\./] },
  ),
  inBook(
    'chapter title',
    ARBRE,
    '<title>1. Planter un arbre au bon endroit',
    '<title>2. Tenir un marché du samedi',
    { 'tables-livre': [/Le chapitre s’intitule « 2\. Tenir un marché du samedi »\./] },
  ),
  inBook('description', 'content.opf', /(<dc:description>)[^<]*/, '$1Autre chose', {
    editeur: [/dc:description : « Autre chose » au lieu de « Un kit de deux fiches, p/],
  }),
  inBook('date', 'content.opf', '<dc:date>2030-05', '<dc:date>1999-05', {
    editeur: [/dc:date : « 1999-05 » au lieu de « 2030-05 »\./],
  }),
  inBook('subject', 'content.opf', '<dc:subject>arbre', '<dc:subject>autre', {
    editeur: [/dc:subject : « essai, autre, marché » au lieu de « essai, arbre, march/],
  }),
  inBook(
    'subtitle',
    'content.opf',
    'Un kit de deux fiches, pour essayer la livraison</dc:title>',
    'Autre</dc:title>',
    { editeur: [/dc:title : « Autre » au lieu de « Un kit de deux fiches, pour essayer la livraison »/] },
  ),
  inBook('family of the chapter', ARBRE, 'famille-repere', 'famille-pratique', {
    'tables-livre': [/Le chapitre n’a pas les couleurs de la famille « repere »\./],
  }),
  inBook('th', ARBRE, / scope="(col|row)"/g, '', {
    structure: [
      /La cellule d’en-tête « Mois » ne dit pas qu’elle nomme sa (?:colonne|ligne)/,
      /La cellule d’en-tête « Litres » ne dit pas qu’elle nomme sa (?:colonne|ligne)/,
      /La cellule d’en-tête « Mai » ne dit pas qu’elle nomme sa (?:colonne|ligne)/,
      /La cellule d’en-tête « Juin » ne dit pas qu’elle nomme sa (?:colonne|ligne)/,
      /La cellule d’en-tête « Juillet » ne dit pas qu’elle nomme sa (?:colonne|ligne)/,
    ],
  }),
  inBook('td', ARBRE, /<th([^>]*)>(M[a-z]+|J[a-z]+)<\/th>/g, '<td$1>$2</td>', {
    structure: [/Un tableau n’a pas de ligne d’en-tête\./],
  }),
  inBook('acronym', ARBRE, 'title="Atelier bien commode"', 'title="Autre"', {
    structure: [/Le sigle ABC est développé « Autre » au lieu de « Atelier bien commode/],
  }),
  inBook('nav hidden', 'nav.xhtml', '<nav epub:type="toc"', '<nav hidden="" epub:type="toc"', {
    'tables-livre': [/Une table du livre est cachée\./],
  }),
  inBook('stylesheet link lost', ARBRE, /<link rel="stylesheet"[^>]*>/, '', {
    'tables-livre': [/Le chapitre n’a pas de feuille de style\./],
    'accessibilite-epub': [/fiche-planter-un-arbre\.xhtml, de nuit : Le texte se détache mal de son fond/],
  }),
  inBook('modified', 'content.opf', '2030-05-01T00:00:00Z', '1999-05-01T00:00:00Z', {
    identite: [/dcterms:modified : « 1999-05-01 » au lieu de « 2030-05-01 »/],
  }),
  inBook('printed book of another kit', 'content.opf', 'Petit carnet, édition imprimée', 'Autre livre', {
    editeur: [/Livre imprimé : « Autre livre/],
  }),
  inBook('page called by another number', ARBRE, 'aria-label="4"', 'aria-label="14"', {
    'numeros-editions': [/liste des pages \(4\) : Le repère dit une autre page/],
  }),
  inBook('title of another book', 'toc.ncx', '<docTitle><text>Petit', '<docTitle><text>Autre', {
    'tables-livre': [/Le livre s’y intitule « Autre carnet »/],
  }),
  inBook('cover described as another', 'couverture.xhtml', 'Couverture : Petit', 'Couverture : Autre', {
    'tables-livre': [/La couverture est décrite par « Couverture : Autre carnet/],
  }),
]
