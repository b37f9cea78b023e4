import { type PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { type Fault, SLUG } from '../planted-edition.ts'
import { changed, inBook } from './changed.ts'
import { dictionaries } from './screen.ts'

const SCREEN = `${SLUG}-ecran.pdf`
const TITLE = PDFName.of('Title')

/** A PDF weighs more as a fault writes it. */
const HEAVIER = [/\.pdf pèse \d+ ko ; le lien dit \d+ ko/]

/** What one meets only where one looks for it: a bookmark, a link, a label, a date, a pale word. */
export const unseen: Fault[] = [
  {
    what: 'two bookmarks of sections exchanged',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        const titled = (title: string) =>
          dictionaries(pdf, dict => dict.has(PDFName.of('Parent')) && textOf(dict) === title)[0]
        const [one, other] = [titled('Choisir le lieu'), titled('Arroser')]
        one?.set(TITLE, PDFHexString.fromText('Arroser'))
        other?.set(TITLE, PDFHexString.fromText('Choisir le lieu'))
      }),
    finds: {
      'liens-pdf': [/« Choisir le lieu » mène à la page 4, où/, /« Arroser » mène à la page 3, où/],
      'pdf-fiches': [/Ses signets ne sont pas ceux que la fiche a dans le kit/],
      'reperes-site': HEAVIER,
    },
  },
  {
    what: 'links beside their words',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        for (const link of dictionaries(pdf, dict => dict.get(PDFName.of('Subtype')) === PDFName.of('Link')))
          link.set(PDFName.of('Rect'), pdf.context.obj([20, 20, 40, 30]))
      }),
    finds: {
      'liens-pdf': [/Le lien « [^»]+ » est posé sur «/],
      noms: [/dans le PDF : Le lien vers « [^»]+ » dit «/],
      'numeros-pdf': [/, PDF : Le renvoi vers « [a-z-]+ » ne dit pas sa page/],
      'reperes-site': HEAVIER,
    },
  },
  {
    what: 'a PDF of a fiche without its last page',
    plant: ({ editPdf }) => editPdf('fiches/01-planter-un-arbre.pdf', pdf => pdf.removePage(1)),
    finds: {
      'pdf-fiches': [
        /01-planter-un-arbre\.pdf : 1.page au lieu de 2/,
        /01-planter-un-arbre\.pdf : Ses signets/,
        /page 2 : Elle s’appelle « 2 » au lieu de « 4 »/,
      ],
      'reperes-site': HEAVIER,
    },
  },
  inBook('pale words', 'style.css', /$/, '.chapo { color: #bbb }', {
    'accessibilite-epub': [/de jour : Le texte se détache mal de son fond : .*chapo/],
  }),
  inBook('an index without the codes of the départements', 'territoires.xhtml', '>69<', '>96<', {
    index: [/Index des territoires, dans le livre numérique : Manque : « 69 Rhône »/],
  }),
  changed(
    'a map of the site with a page that hides itself',
    'site/sitemap.xml',
    '</urlset>',
    '<url><loc>https://example.org/carnet/hors-connexion/</loc></url></urlset>',
    { 'listes-site': [/hors-connexion\/ y est, et se cache des moteurs de recherche/] },
  ),
  changed('a declaration of another day', 'site/accessibilite/index.html', 'a été établie', 'a été refaite', {
    'pages-kit': [/accessibilite\/index\.html : « a été établie [^»]+ » n’y est pas/],
  }),
  changed(
    'a page without search',
    'site/sigles/index.html',
    'template id="recherche"',
    'template id="chercher"',
    {
      'tetes-site': [/sigles\/index\.html : La recherche ne s’ouvre pas de cette page/],
    },
  ),
  changed(
    'a share picture that is told as another',
    'site/fiches/planter-un-arbre/index.html',
    /(og:image:alt" content=")[^"]*/,
    '$1Tenir un marché',
    {
      'tetes-site': [/L’image de partage est décrite par « Tenir un marché » au lieu de « Planter un arbre/],
    },
  ),
  changed(
    'a label of another field',
    'site/territoires/index.html',
    'for="filtre-theme"',
    'for="filtre-famille"',
    {
      'tetes-site': [/Le champ « filtre-theme » n’a pas d’étiquette/],
    },
  ),
  changed(
    'a sum that is not read aloud',
    'site/composer/index.html',
    'class="composer-compte" role="status"',
    'class="composer-compte"',
    { 'tetes-site': [/Ce que dit « composer-compte » n’est pas lu à voix haute/] },
  ),
  changed('a card that tells another time', 'site/index.html', /\d+(&nbsp;|\u00a0)min/, '9$1min', {
    'reperes-site': [/temps de lecture d’une carte\) : « 1.min » n’y est pas ; lu : « 9.min »/],
  }),
  changed(
    'a neighbour in the colours of another family',
    'site/fiches/planter-un-arbre/index.html',
    'voisine suivante famille-pratique',
    'voisine suivante famille-repere',
    { 'reperes-site': [/fiche voisine\) : « famille-pratique » n’y est pas/] },
  ),
  changed(
    'a family of more fiches',
    'site/familles/repere/index.html',
    /1(&nbsp;|\u00a0)fiche/,
    '3$1fiches',
    {
      'pages-kit': [/familles\/repere\/index\.html : « 1 fiche » n’y est pas/],
    },
  ),
  changed(
    'who is lost is led home',
    'site/404.html',
    /(<main[\s\S]*?href=")[^"]*\/sommaire\//,
    '$1/carnet/',
    {
      'pages-kit': [/404\.html : La page ne mène pas au sommaire/],
    },
  ),
  changed(
    'two entries of one name',
    'site/fiches.atom',
    /(<entry>.*?<id>)[^<]*(<\/id>[\s\S]*<id>)([^<]*)/,
    '$1$3$2$3',
    {
      'listes-site': [/Deux entrées ont le même identifiant/, /y a un autre identifiant/],
    },
  ),
  changed('an icon of another size', 'site/site.webmanifest', 'icone-192.png', 'icone-512.png', {
    'tetes-site': [/L’icône icones\/icone-512\.png a la taille « 192x192 »/],
  }),
  changed(
    'a legend of other colours',
    'site/territoires/index.html',
    /carte-un"><\/span>/,
    'carte-plusieurs"></span>',
    {
      'page-exemples': [/La légende de la carte montre « Un exemple » dans une autre couleur/],
    },
  ),
  changed('a search that is none', 'site/sigles/index.html', 'role="search"', '', {
    'tetes-site': [/La recherche ne se dit pas une recherche/],
  }),
  changed(
    'a way home that leads elsewhere',
    'site/fiches/planter-un-arbre/index.html',
    'href="/carnet/">Les fiches',
    'href="/carnet/sommaire/">Les fiches',
    { 'reperes-site': [/site \(chemin\) : « accueil » n’y est pas/] },
  ),
]

const textOf = (dict: PDFDict): string | undefined => {
  const title = dict.get(TITLE)
  return title instanceof PDFHexString ? title.decodeText() : undefined
}
