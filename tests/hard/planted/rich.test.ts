import { PDFName } from '@cantoo/pdf-lib'
import { changed, inBook, json } from './artefacts/changed.ts'
import { respell } from './artefacts/respell.ts'
import { attributesOf, dictionaries, isTag } from './artefacts/screen.ts'
import { inProgram } from './artefacts/used.ts'
import { type Fault, SLUG } from './planted-edition.ts'
import { layRichKit } from './rich-kit.ts'
import { soundEdition } from './sound-edition.ts'

type Examples = { exemples: Record<string, unknown>[] }
const TERRITOIRES = 'site/territoires/index.html'

const controls = [
  'listes-site',
  'recherche-site',
  'donnees-ouvertes',
  'page-exemples',
  'notice-livre',
  'notice-site',
  'pages-kit',
  'editeur',
  'usage-site',
  'sens-pdf',
]

/** Faults in what the small kit has nothing of. */
const faults: Fault[] = [
  inProgram(
    'results after the tenth that cannot be asked for',
    /(\w+)\.hidden=\w+>=\w+\.length/,
    '$1.hidden=!0',
    /« compost » cherché, la page dit « 1\d résultats pour «\u00a0compost\u00a0» », et en montre 10/,
  ),
  inProgram(
    'results after the tenth that are said twice',
    /(\.slice\()(\w+),\2\+(\w+)\)\.map\(/,
    '$10,$2+$3).map(',
    /« compost » cherché, la page dit « 1\d résultats pour «\u00a0compost\u00a0» », et en montre 2\d/,
  ),
  {
    what: 'words that mean the same, which the search was not taught',
    plant: copy =>
      respell(copy, data => {
        data.synonymes = []
      }),
    finds: { 'recherche-site': [/Elle ne sait pas que « marché », « halle » disent la même chose/] },
  },
  changed(
    'a town among the villages',
    TERRITOIRES,
    /(data-theme="composter-3" data-taille=")[^"]*/,
    '$1village',
    { 'usage-site': [/« [^»]*habitants[^»]*» ne montre pas ses exemples/] },
  ),
  json<Examples>(
    'a grouping of communes under another code',
    'site/donnees/exemples.json',
    ({ exemples }) => {
      const grouped = exemples.find(({ epci }) => epci)
      if (!grouped) throw new Error('no example is of a grouping')
      grouped['epci'] = '200069193'
    },
    {
      'donnees-ouvertes': [
        /exemples\.json : .*epci : « 200069193 » au lieu de « 200046977 »/,
        /exemples\.(?:geojson|csv) : .*epci : « 200046977 », et « 200069193 » dans exemples\.json/,
      ],
    },
  ),
  inBook('a shop’s code of another subject', 'content.opf', />JPR</, '>JPQ<', {
    'notice-livre': [/JPR/],
  }),
  changed(
    'an audit that was made on another day',
    'site/accessibilite/index.html',
    /14(?:&nbsp;|\u00a0| )février/g,
    '15 février',
    { 'pages-kit': [/réalisé le 14 février 2030/] },
  ),
  changed(
    'an audit that leads elsewhere',
    'site/accessibilite/index.html',
    'example.org/audit',
    'example.org/',
    {
      'pages-kit': [/example\.org\/audit/],
    },
  ),
  {
    what: 'numbered lists that do not say so',
    plant: ({ editPdf }) =>
      editPdf(`${SLUG}-ecran.pdf`, pdf => {
        for (const list of dictionaries(pdf, isTag('L')))
          for (const attributes of attributesOf(pdf, list)) attributes.delete(PDFName.of('ListNumbering'))
      }),
    finds: {
      'sens-pdf': [/0.élément de liste numérotée \(ListNumbering\) au lieu de 2/],
    },
  },
]

soundEdition(controls, layRichKit)(faults)
