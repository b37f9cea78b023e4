import type { Fault } from '../planted-edition.ts'

const FORMER = 'site/fiches/mettre-en-terre/index.html'

/** Former addresses of a fiche, that somebody kept. */
export const moved: Fault[] = [
  {
    what: 'a former address that leads to another fiche',
    plant: ({ edit }) =>
      edit(FORMER, text =>
        text.replace('url=/carnet/fiches/planter-un-arbre/', 'url=/carnet/fiches/tenir-un-marche/'),
      ),
    finds: {
      'anciennes-adresses': [
        /mettre-en-terre\/index\.html : L’ancienne adresse d’une fiche mène à \/carnet\/fiches\/tenir-un-marche\/ au lieu de \/carnet\/fiches\/planter-un-arbre\//,
      ],
    },
  },
  {
    what: 'a former address whose page sends nobody on',
    plant: ({ edit }) => edit(FORMER, text => text.replace(/<meta http-equiv[^>]*>\n/, '')),
    finds: {
      'anciennes-adresses': [
        /L’ancienne adresse d’une fiche ne mène pas à \/carnet\/fiches\/planter-un-arbre\//,
      ],
      'tetes-site': [/mettre-en-terre\/index\.html/],
      surete: [/mettre-en-terre\/index\.html : aucune politique de sécurité/],
    },
  },
  {
    what: 'a former address without its rule for hosts',
    plant: ({ edit }) => edit('site/_redirects', text => text.replace(' 301', ' 302')),
    finds: {
      'anciennes-adresses': [
        /_redirects : « \/carnet\/fiches\/mettre-en-terre\/\* \/carnet\/fiches\/planter-un-arbre\/ 301 » n’y est pas/,
        /_redirects : « .* 302 » n’est l’ancienne adresse d’aucune fiche/,
      ],
    },
  },
]
