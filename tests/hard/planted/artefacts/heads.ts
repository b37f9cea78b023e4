import type { Fault } from '../planted-edition.ts'
import { changed, json } from './changed.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'

/** What heads, menus and the manifest say that is not so. */
export const heads: Fault[] = [
  changed(
    'og:image of another fiche',
    ARBRE,
    'partage/planter-un-arbre.png">',
    'partage/tenir-un-marche.png">',
    { 'tetes-site': [/L’image de partage est https:\/\/example\.org\/carnet\/partage\/tenir-un-mar/] },
  ),
  changed(
    'og:image missing file',
    ARBRE,
    'og:image" content="https://example.org/carnet/partage/planter',
    'og:image" content="https://example.org/carnet/partage/rien',
    { 'tetes-site': [/L’image de partage est https:\/\/example\.org\/carnet\/partage\/rien-un-arbr/] },
  ),
  changed('og:description', ARBRE, 'og:description" content="Choisir', 'og:description" content="Oublier', {
    'tetes-site': [/Le résumé dit « Oublier le lieu, creuser, arroser\. » au lieu de « Choi/],
  }),
  changed('list page h1 to h2', 'site/sommaire/index.html', /<h1([^>]*)>(.*?)<\/h1>/s, '<h2$1>$2</h2>', {
    'tetes-site': [/La page a 0.titre de premier niveau\./],
  }),
  changed(
    'aria-current on wrong entry',
    ARBRE,
    '<li><a href="/carnet/sommaire/">Sommaire',
    '<li><a href="/carnet/sommaire/" aria-current="page">Sommaire',
    { 'tetes-site': [/Le menu dit que la page ouverte est \/carnet\/sommaire\/\./] },
  ),
  changed('nav label lost', ARBRE, ' aria-label="Fil d’Ariane"', '', {
    'tetes-site': [/Une navigation n’a pas de nom\./],
  }),
  changed('labelledby to nothing', ARBRE, 'aria-labelledby="sur-cette-page"', 'aria-labelledby="sur-rien"', {
    'tetes-site': [
      /Une navigation n’a pas de nom\./,
      /Une partie de la page se dit nommée par « sur-rien », qui n’y est pas\./,
    ],
  }),
  changed('canonical lost', ARBRE, /<link rel="canonical"[^>]*>/, '', {
    'tetes-site': [/La page se dit à l’adresse de personne et non https:\/\/example\.org\/carn/],
  }),
  changed('description lost on sommaire', 'site/sommaire/index.html', /<meta name="description"[^>]*>/, '', {
    'tetes-site': [/La page n’a pas de résumé\./],
  }),
  changed('alternate feed lost', ARBRE, /<link rel="alternate"[^>]*>/, '', {
    'tetes-site': [/Le fil est annoncé à aucune adresse\./],
  }),
  json<{ start_url: string }>(
    'start url',
    'site/site.webmanifest',
    v => {
      v.start_url = '/ailleurs/'
    },
    { 'tetes-site': [/Installé, le site s’ouvre à « \/ailleurs\/ » au lieu de « \/carnet\/ »\./] },
  ),
  json<{ icons: { src: string }[] }>(
    'icons',
    'site/site.webmanifest',
    v => {
      const [, icon] = v.icons
      if (icon) icon.src = '/carnet/icones/rien.png'
    },
    { 'tetes-site': [/Installé, le site a l’icône « \/carnet\/icones\/rien\.png » au lieu de « u/] },
  ),
  changed('manifest not json', 'site/site.webmanifest', '{', '', {
    'tetes-site': [/Aucun programme ne peut lire le fichier : Unexpected non-whitespace ch/],
  }),
  changed(
    'skip link',
    ARBRE,
    'class="evitement" href="#contenu"',
    'class="evitement" href="#sur-cette-page"',
    { 'tetes-site': [/Le premier lien mène à #sur-cette-page et non au contenu\./] },
  ),
  changed(
    'menu entry elsewhere',
    ARBRE,
    '<li><a href="/carnet/territoires/">Exemples',
    '<li><a href="/carnet/sigles/">Exemples',
    { 'tetes-site': [/« Exemples » mène à \/carnet\/sigles\/, qui n’en parle pas\./] },
  ),
  changed(
    'header nofollow',
    ARBRE,
    '<meta name="color-scheme"',
    '<meta name="googlebot" content="noindex"><meta name="color-scheme"',
    { 'tetes-site': [/La page se cache des moteurs de recherche \(googlebot : noindex\)\./] },
  ),
  changed(
    'robots sitemap address',
    'site/robots.txt',
    /Sitemap:.*/,
    'Sitemap: https://autre.example/sitemap.xml',
    { 'tetes-site': [/Le plan du site n’y est pas annoncé \(https:\/\/example\.org\/carnet\/sitema/] },
  ),
  changed('404', 'site/404.html', /<main[\s\S]*<\/main>/, '<main id="contenu"></main>', {
    'tetes-site': [/La page a 0.titre de premier niveau\./],
    'pages-kit': [/La page est vide\./, /404.*ne mène pas au sommaire/],
  }),
]
