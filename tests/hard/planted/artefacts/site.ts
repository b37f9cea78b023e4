import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'fflate'
import { SEARCH_POINTER, type SearchData, type SearchPointer } from '../../../../src/web/search/documents.ts'
import type { Fault } from '../planted-edition.ts'

const ARBRE = 'site/fiches/planter-un-arbre/index.html'
const MARCHE = 'site/fiches/tenir-un-marche/index.html'
const HOME = 'site/index.html'

/** What the site's files have wrong: links, names, lists, what machines are told, what a page may do. */
export const site: Fault[] = [
  {
    what: 'two cards of the home page that lead to each other’s fiche',
    plant: ({ edit }) =>
      edit(HOME, text =>
        text
          .replace(/(carte-titre"><a href="\/carnet\/fiches\/)planter-un-arbre/, '$1x')
          .replace(/(carte-titre"><a href="\/carnet\/fiches\/)tenir-un-marche/, '$1planter-un-arbre')
          .replace(/(carte-titre"><a href="\/carnet\/fiches\/)x/, '$1tenir-un-marche'),
      ),
    finds: {
      noms: [
        /la carte de l’accueil, dans le site : Le lien vers « Planter un arbre au bon endroit » dit « Tenir un marché du samedi »/,
        /la carte de l’accueil, dans le site : Le lien vers « Tenir un marché du samedi » dit « Planter un arbre/,
        /Le lien « Planter un arbre au bon endroit » mène à « tenir-un-marche »/,
        /Le lien « Tenir un marché du samedi » mène à « planter-un-arbre »/,
      ],
    },
  },
  {
    what: 'a next fiche that is another one',
    plant: ({ edit }) =>
      edit(ARBRE, text =>
        text.replace(/(class="voisine suivante[^>]*href=")[^"]*/, '$1/carnet/pages/colophon/'),
      ),
    finds: {
      noms: [/la fiche suivante, dans le site : Aucun lien ne mène à « Tenir un marché »/],
    },
  },
  {
    what: 'a line of the index of places that leads to another fiche',
    plant: ({ edit }) =>
      edit('site/territoires/index.html', text =>
        text.replace(
          '/carnet/fiches/planter-un-arbre/#exemple-un-tilleul-sur-la-place',
          '/carnet/fiches/tenir-un-marche/',
        ),
      ),
    finds: {
      noms: [/l’index des territoires, dans le site : Aucun lien ne mène à « Un tilleul sur la place »/],
    },
  },
  {
    what: 'a family page without its fiche',
    plant: ({ edit }) =>
      edit('site/familles/repere/index.html', text =>
        text.replace('href="/carnet/fiches/planter-un-arbre/"', 'href="/carnet/sommaire/"'),
      ),
    finds: {
      noms: [
        /la page de la famille, dans le site : Aucun lien ne mène à « Planter un arbre/,
        /Le lien « Planter un arbre au bon endroit » mène à « sommaire »/,
      ],
    },
  },
  {
    what: 'every alternative « image »',
    plant: ({ edit }) => edit(ARBRE, text => text.replace(/alt="[^"]*"/g, 'alt="image"')),
    finds: {
      structure: [
        /dans le site : Le texte de remplacement « Un arbre au milieu d'une place » manque ; lu : « image »/,
      ],
    },
  },
  {
    what: 'a section that is no heading any more',
    plant: ({ edit }) => edit(ARBRE, text => text.replace(/<h2 (id="arroser")>(.*?)<\/h2>/, '<p $1>$2</p>')),
    finds: {
      structure: [/dans le site : « Arroser » n’est pas balisé comme un titre/],
      noms: [/planter-un-arbre\/index\.html, plan de la page : « Arroser » mène à « arroser »/],
    },
  },
  {
    what: 'a search that does not know a fiche',
    async plant({ dir }) {
      const pointer = join(dir, 'site', SEARCH_POINTER)
      const { index } = JSON.parse(await readFile(pointer, 'utf8')) as SearchPointer
      const path = join(dir, 'site', index)
      const data = JSON.parse(new TextDecoder().decode(inflateSync(await readFile(path)))) as SearchData
      for (const document of data.documents)
        if (document.adresse.includes('tenir-un-marche')) document.adresse = 'fiches/planter-un-arbre/'
      await writeFile(path, deflateSync(new TextEncoder().encode(JSON.stringify(data))))
    },
    finds: {
      'listes-site': [
        /recherche : « Tenir un marché du samedi » n’est pas trouvé par son titre/,
        /« .* » mène à fiches\/planter-un-arbre\/#.*, que la page n’a pas/,
        /« .* » n’est pas un titre de fiches\/planter-un-arbre\//,
        /recherche : « assets\/recherche-[0-9a-f]{16}\.bin » ne porte pas l’empreinte de son contenu/,
      ],
    },
  },
  {
    what: 'a sitemap without a fiche',
    plant: ({ edit }) =>
      edit('site/sitemap.xml', text => text.replace(/<url><loc>[^<]*planter-un-arbre.*?<\/url>/, '')),
    finds: { 'listes-site': [/sitemap\.xml : « Planter un arbre au bon endroit » n’y est pas/] },
  },
  {
    what: 'a fiche that is not read offline',
    plant: ({ edit }) =>
      edit('site/sw.js', text => text.replace(/\{"url":"fiches\/planter-un-arbre\/"[^}]*\},?/, '')),
    finds: { 'listes-site': [/sw\.js : « fiches\/planter-un-arbre\/ » n’est pas lu hors connexion/] },
  },
  {
    what: 'a style sheet that is not read offline',
    plant: ({ edit }) =>
      edit('site/sw.js', text => text.replace(/\{"url":"assets\/fiche-[\w-]+\.css"[^}]*\},?/, '')),
    finds: { 'listes-site': [/sw\.js : « assets\/fiche-[\w-]+\.css » n’est pas lu hors connexion/] },
  },
  {
    what: 'a page kept offline from another version',
    plant: ({ edit }) =>
      edit('site/sw.js', text => text.replace(/("url":"sommaire\/","revision":")..../, '$10000')),
    finds: { 'listes-site': [/sw\.js : « sommaire\/ » est gardé sous l’empreinte d’une autre version/] },
  },
  {
    what: 'a feed that leads to another fiche',
    plant: ({ edit }) =>
      edit('site/fiches.atom', text =>
        text.replaceAll('fiches/tenir-un-marche/', 'fiches/planter-un-arbre/'),
      ),
    finds: { 'listes-site': [/fiches\.atom : « Tenir un marché du samedi » n’y est pas, ou mène ailleurs/] },
  },
  {
    what: 'another publisher told to machines',
    plant: ({ edit }) =>
      edit(MARCHE, text => text.replace(/("publisher":\{[^}]*"name":")[^"]*/, '$1Un autre')),
    finds: {
      editeur: [/JSON-LD \(0\.publisher\.name\) disent « Un autre » au lieu de « Atelier des essais »/],
    },
  },
  {
    what: 'the headline of another fiche told to machines',
    plant: ({ edit }) =>
      edit(MARCHE, text => text.replace(/"headline":"[^"]*"/, '"headline":"Planter un arbre"')),
    finds: {
      editeur: [
        /JSON-LD \(0\.headline\) disent « Planter un arbre » au lieu de « Tenir un marché du samedi »/,
      ],
    },
  },
  {
    what: 'a page in another language',
    plant: ({ edit }) => edit(ARBRE, text => text.replace('<html lang="fr">', '<html lang="en">')),
    finds: { editeur: [/La langue de la page est « en » et non le français/] },
  },
  {
    what: 'a policy that allows inline scripts',
    plant: ({ edit }) =>
      edit(HOME, text => text.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")),
    finds: { surete: [/la politique de sécurité \(CSP\) autorise 'unsafe-inline' \(script-src\)/] },
  },
  {
    what: 'a header that lets another host in',
    plant: ({ edit }) =>
      edit('site/_headers', text => text.replace("img-src 'self'", "img-src 'self' https://cdn.example")),
    finds: {
      surete: [/_headers : la politique de sécurité \(CSP\) autorise https:\/\/cdn\.example \(img-src\)/],
    },
  },
  {
    what: 'a preconnection to another host',
    plant: ({ edit }) =>
      edit(ARBRE, text =>
        text.replace('</head>', '<link rel="preconnect" href="https://fonts.example">\n</head>'),
      ),
    finds: {
      surete: [/va chercher https:\/\/fonts\.example/],
    },
  },
]
