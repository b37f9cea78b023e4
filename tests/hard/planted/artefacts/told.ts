import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../planted-edition.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'

const inHead = (
  what: string,
  change: (html: string) => string,
  says: RegExp,
  besides: Fault['finds'] = {},
): Fault => ({
  what,
  plant: ({ edit }) => edit(ARBRE, change),
  finds: { 'tetes-site': [says], ...besides },
})

const inData = (what: string, path: string, change: (text: string) => string, says: RegExp): Fault => ({
  what,
  plant: ({ edit }) => edit(`site/donnees/${path}`, change),
  finds: { 'donnees-ouvertes': [says] },
})

/** What the site tells of itself beside the words of its pages: heads, feet, data, drawings. */
export const told: Fault[] = [
  inHead(
    'the address of another page',
    html => html.replace(/(rel="canonical" href="[^"]*)planter-un-arbre/, '$1tenir-un-marche'),
    /planter-un-arbre\/index\.html : La page se dit à l’adresse .*tenir-un-marche/,
  ),
  inHead(
    'the address of another page, for networks',
    html => html.replace(/(og:url" content="[^"]*)planter-un-arbre/, '$1tenir-un-marche'),
    /La page se dit à l’adresse .*tenir-un-marche/,
  ),
  inHead(
    'a fiche hidden from search engines',
    html =>
      html.replace(
        '<meta name="color-scheme"',
        '<meta name="robots" content="noindex"><meta name="color-scheme"',
      ),
    /se cache des moteurs de recherche/,
    { 'listes-site': [/planter-un-arbre\/ y est, et se cache des moteurs de recherche/] },
  ),
  inHead(
    'the summary of another fiche',
    html => html.replace('name="description" content="Choisir', 'name="description" content="Ne pas choisir'),
    /Le résumé dit « Ne pas choisir/,
  ),
  inHead(
    'the title of another fiche',
    html => html.replace(/<title>[^<]*/, '<title>Tenir un marché – Petit carnet'),
    /s’intitule « Tenir un marché.* au lieu de « Planter un arbre/,
  ),
  inHead(
    'the colours of another family',
    html => html.replaceAll('famille-repere', 'famille-pratique'),
    /les couleurs de la famille « pratique » au lieu de « repere »/,
  ),
  inHead(
    'the PDF of another fiche',
    html => html.replace('telechargements/01-planter-un-arbre.pdf', 'telechargements/02-tenir-un-marche.pdf'),
    /offre le PDF d’une autre fiche : .*02-tenir-un-marche\.pdf/,
  ),
  inHead(
    'a foot that leads to another page',
    html =>
      html.replace(
        /(<footer class="pied[\s\S]*?href=")\/carnet\/accessibilite\//,
        '$1/carnet/mentions-legales/',
      ),
    /« Accessibilité.* mène à \/carnet\/mentions-legales\//,
  ),
  inHead(
    'a foot without its publisher',
    html => html.replace('Une publication Atelier des essais', 'Une publication'),
    /Le pied de page ne dit pas « Atelier des essais »/,
  ),
  {
    what: 'a site closed to search engines',
    plant: ({ edit }) => edit('site/robots.txt', text => text.replace('Allow', 'Disallow')),
    finds: { 'tetes-site': [/robots\.txt : Le site se cache/] },
  },
  {
    what: 'the name of another site',
    plant: ({ edit }) =>
      edit('site/site.webmanifest', text => text.replaceAll('Petit carnet', 'Autre carnet')),
    finds: { 'tetes-site': [/se nomme « Autre carnet » au lieu de « Petit carnet »/] },
  },
  {
    what: 'a page that leads away by itself',
    plant: ({ edit }) =>
      edit(ARBRE, html =>
        html.replace(
          '<meta name="color-scheme"',
          '<meta http-equiv="refresh" content="0; url=https://autre.example"><meta name="color-scheme"',
        ),
      ),
    finds: { surete: [/renvoi automatique/] },
  },
  {
    what: 'a form that tells another host',
    plant: ({ edit }) =>
      edit(ARBRE, html => html.replace('</main>', '<form action="https://autre.example"></form></main>')),
    finds: { surete: [/formulaire vers https:\/\/autre\.example/] },
  },
  {
    what: 'the date of another edition in the sitemap',
    plant: ({ edit }) => edit('site/sitemap.xml', text => text.replace('2030-05', '1999-01')),
    finds: { 'listes-site': [/sitemap\.xml : « Planter un arbre.* y est du 1999-01 au lieu de 2030-05/] },
  },
  inData(
    'data without its example',
    'exemples.json',
    text => text.replace(/\{\s*"id"[\s\S]*?\}/, ''),
    /exemples\.json : L’exemple « Un tilleul sur la place » n’y est pas/,
  ),
  inData(
    'another place in the data',
    'exemples.json',
    text => text.replace('Ville d’Essai', 'Autre ville'),
    /lieu : « Autre ville » au lieu de « Ville d.Essai »/,
  ),
  inData(
    'another département in the table',
    'exemples.csv',
    text => text.replace(/,69,/, ',38,'),
    /exemples\.csv : .*départements : « 38 » au lieu de « 69 »/,
  ),
  inData(
    'a map without points',
    'exemples.geojson',
    text => text.replace(/"features":\s*\[[\s\S]*\]/, '"features": []'),
    /exemples\.geojson : L’exemple .* n’y est pas/,
  ),
  {
    what: 'a figure of a chart that its table has not',
    plant: ({ edit }) => edit(ARBRE, html => html.replace(/(<text class="v"[^>]*>)90</, '$191<')),
    finds: { dessins: [/planter-un-arbre\/index\.html : Un graphique écrit « 91 »/] },
  },
  {
    what: 'another picture under the same name',
    plant: ({ dir }) => copyFile(join(dir, 'site/icones/icone-180.png'), join(dir, 'site/images/place.png')),
    finds: {
      dessins: [/Site, images\/place\.png : L’image n’est pas celle du kit/],
      'listes-site': [/« images\/place\.png » est gardé sous l’empreinte d’une autre version/],
    },
  },
]
