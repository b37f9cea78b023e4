import type { Part } from '../../../../src/web/search/documents.ts'
import type { Fault } from '../planted-edition.ts'
import { changed, json } from './changed.ts'
import { respell } from './respell.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'

/** An index of the search of which the first fiche is spoilt. */
const search = (what: string, change: (parts: Part[]) => void, finds: Fault['finds']): Fault => ({
  what,
  finds,
  plant: copy => respell(copy, ({ documents }) => change(documents[0]?.parties ?? [])),
})

/** What search, lists, open data and linked data tell that is not so. */
export const machines: Fault[] = [
  search(
    'a passage that the search sends to a place that is not there',
    ([, section]) => {
      if (section) section.ancre = 'rien'
    },
    { 'listes-site': [/« Choisir le lieu » mène à fiches\/planter-un-arbre\/#rien, que la page/] },
  ),
  search(
    'a title that the search has and the page has not',
    ([page]) => {
      if (page) page.titre = 'Tout autre chose'
    },
    { 'listes-site': [/« Tout autre chose » n’est pas un titre de fiches\/planter-un-arbre\/\./] },
  ),
  changed('geojson commune', 'site/donnees/exemples.geojson', '"population": null', '"population": 12', {
    'donnees-ouvertes': [/« Un tilleul sur la place », population : « 12 », et « {2}» dans/],
  }),
  changed('json licence', 'site/donnees/exemples.json', 'CC0', 'CC BY', {
    'donnees-ouvertes': [/Les données se disent de « Petit carnet », licence « CC BY 1\.0 »\./],
  }),
  changed('csv column lost', 'site/donnees/exemples.csv', 'population', 'pop', {
    'donnees-ouvertes': [/Ses colonnes \(id, titre, lieu, departements, regions, commune, epci, p/],
  }),
  changed('json titre', 'site/donnees/exemples.json', '"titre": "Petit carnet"', '"titre": "Autre"', {
    'donnees-ouvertes': [/Les données se disent de « Autre », licence « CC0 1\.0 »\./],
  }),
  changed('region', 'site/donnees/exemples.csv', /,84,/, ',11,', {
    'donnees-ouvertes': [/« Un tilleul sur la place », regions : « 11 », et « 84 » dans/],
  }),
  changed(
    'geometry',
    'site/donnees/exemples.geojson',
    '"geometry": null',
    '"geometry": {"type":"Point","coordinates":[2,48]}',
    { 'donnees-ouvertes': [/n’est pas au point de sa commune\./] },
  ),
  json<{ fields: unknown[] }>(
    'schema without field',
    'site/donnees/exemples.schema.json',
    v => {
      v.fields.pop()
    },
    {
      'reperes-site': [/donnees\/exemples\.schema\.json pèse 1 ko ; le lien dit 2 ko\./],
      'donnees-ouvertes': [/Ses colonnes \(id, titre, lieu, departements, regions, commune, epci, p/],
    },
  ),
  changed(
    'sitemap extra',
    'site/sitemap.xml',
    '</urlset>',
    '<url><loc>https://example.org/carnet/rien/</loc></url></urlset>',
    { 'listes-site': [/https:\/\/example\.org\/carnet\/rien\/ n’est aucune page du site\./] },
  ),
  changed(
    'sitemap other host',
    'site/sitemap.xml',
    'https://example.org/carnet/a-propos/',
    'https://autre.example/a-propos/',
    { 'listes-site': [/https:\/\/autre\.example\/a-propos\/ n’est aucune page du site\./] },
  ),
  changed('feed updated', 'site/fiches.atom', /(<entry>.*?<updated>)2030-05/, '$11999-05', {
    'listes-site': [
      /« Planter un arbre au bon endroit » y est de 1999-05 au lieu de 2030-0/,
      /Les fiches n’y sont pas de la dernière mise à jour à la première/,
    ],
  }),
  changed('feed self', 'site/fiches.atom', 'carnet/fiches.atom', 'carnet/autre.atom', {
    'listes-site': [/Le fil se dit à https:\/\/example\.org\/carnet\/autre\.atom et non https:\/\/e/],
  }),
  changed('feed summary', 'site/fiches.atom', 'Choisir le lieu', 'Oublier le lieu', {
    'listes-site': [/« Planter un arbre au bon endroit » y est résumé « Oublier le lieu, cr/],
  }),
  changed('feed not xml', 'site/fiches.atom', '</feed>', '</fe', {
    'listes-site': [/Le fil s’arrête avant sa fin\./],
  }),
  changed('open data not json', 'site/donnees/exemples.json', '{', '', {
    'donnees-ouvertes': [/Aucun programme ne peut lire le fichier : Unexpected non-whitespace ch/],
  }),
  changed('pointer not json', 'site/recherche.json', '{', '', {
    'listes-site': [/Aucun programme ne peut lire le fichier : Unexpected non-whitespace ch/],
  }),
  changed('json-ld not json', ARBRE, '{"@context"', '"@context"', {
    editeur: [/Aucun programme ne peut lire le fichier : Unexpected non-whitespace ch/],
  }),
  changed('jsonld date', ARBRE, '"dateModified":"2030-05"', '"dateModified":"1999-05"', {
    editeur: [/Les données JSON-LD \(0\.dateModified\) disent « 1999-05 » au lieu de « 203/],
  }),
  changed(
    'jsonld url',
    ARBRE,
    '"url":"https://example.org/carnet/fiches/planter-un-arbre/"',
    '"url":"https://example.org/carnet/fiches/tenir-un-marche/"',
    { editeur: [/Les données JSON-LD \(0\.url\) disent « https:\/\/example\.org\/carnet\/fiches\/t/] },
  ),
  changed(
    'jsonld license',
    ARBRE,
    '"license":"https://creativecommons.org/publicdomain/zero/1.0/deed.fr"',
    '"license":"https://creativecommons.org/licenses/by/4.0/"',
    { editeur: [/Les données JSON-LD \(0\.license\) disent « https:\/\/creativecommons\.org\/lic/] },
  ),
  changed('breadcrumb', ARBRE, '"name":"Repères"', '"name":"Pratiques"', {
    editeur: [/\(1\.itemListElement\.1\.name\) disent « Pratiques » au lieu de « Repères »/],
  }),
  changed('words of a fiche', ARBRE, /"wordCount":\d+/, '"wordCount":7', {
    editeur: [/JSON-LD \(0\.wordCount\) disent « 7 » au lieu de « \d+ »/],
  }),
  changed(
    'part of another site',
    ARBRE,
    '"isPartOf":{"@type":"WebSite","name":"Petit',
    '"isPartOf":{"@type":"WebSite","name":"Autre',
    {
      editeur: [/JSON-LD \(0\.isPartOf\.name\) disent « Autre carnet/],
    },
  ),
  changed('steps counted wrong', ARBRE, '"position":2', '"position":1', {
    editeur: [/\(1\.itemListElement\.1\.position\) disent « 1 » au lieu de « 2 »/],
  }),
  changed(
    'site of another kit',
    'site/index.html',
    '"@type":"WebSite","name":"Petit',
    '"@type":"WebSite","name":"Autre',
    {
      editeur: [/JSON-LD \(0\.name\) disent « Autre carnet/],
    },
  ),
]
