import { deflateRawSync } from 'node:zlib'
import { type FichePubliee, indexesOf, type Kit } from '../../src/kit/index.ts'
import {
  SEARCH_POINTER,
  type SearchData,
  type SearchDocument,
  type SearchPart,
  type SearchPointer,
  usualAnchor,
} from '../../src/search/index.ts'
import { departements, sitePath, typographText } from '../../src/text/index.ts'
import { type Bundle, sha256 } from '../ground/index.ts'
import { placesByRegion, regionsOf, townOf } from '../pages/index.ts'
import { readParts } from './read-parts.ts'
import { type Offered, siteDocuments } from './site-documents.ts'

/** Writes the data of the search, and the file that names it. The data is deflated JSON (hosts do not compress unknown
 *  files), named after its content, so that pages need not change when a fiche does.
 *  @param pageOf the finished page of an item. @param downloads the files offered
 *  @throws Error when a page holds no article. @see RFC 1951 */
export function searchFiles(
  kit: Kit,
  pageOf: (id: string, kind: 'fiche' | 'page') => string,
  downloads: readonly Offered[],
): Bundle {
  const bytes = deflateRawSync(JSON.stringify(searchData(kit, pageOf, downloads)), { level: 9 })
  const hash = sha256(bytes).slice(0, 16)
  const pointer: SearchPointer = { index: `assets/recherche-${hash}.bin` }
  return { [SEARCH_POINTER]: new TextEncoder().encode(JSON.stringify(pointer)), [pointer.index]: bytes }
}

/** Lists the results that a search of the site can give: fiches and pages with their sections, examples and figures,
 *  announced fiches, acronyms, pages of the site itself, downloads.
 *  @param pageOf the HTML of an item. @param downloads the files offered */
export function searchData(
  kit: Kit,
  pageOf: (id: string, kind: 'fiche' | 'page') => string,
  downloads: readonly Offered[],
): SearchData {
  const documents = [
    ...kit.fiches.map(fiche =>
      fiche.statut === 'a-paraitre'
        ? announced(kit, fiche)
        : ficheDocument(kit, fiche, pageOf(fiche.slug, 'fiche')),
    ),
    ...kit.pages
      .filter(({ gabarit }) => gabarit !== 'quatrieme')
      .map(
        ({ slug }): SearchDocument => ({
          adresse: sitePath({ kind: 'page', id: slug }).slice(1),
          genre: 'Page du kit',
          parties: readParts(pageOf(slug, 'page')),
        }),
      ),
    ...acronyms(kit),
    ...siteDocuments(kit, downloads),
  ]
  return {
    documents: documents.map(asShown),
    synonymes: [...kit.recherche, ...setExpressions.map(words => [words])],
    lieux: placesOfSearch(documents),
    familles: kit.familles.map(({ id, pluriel, forme }) => ({ id, pluriel, forme })),
  }
}

function ficheDocument(kit: Kit, fiche: FichePubliee, html: string): SearchDocument {
  const [page, ...parts] = readParts(html)
  if (!page) throw new Error(`the page of ${fiche.slug} holds no article`)
  return {
    ...labels(kit, fiche),
    adresse: sitePath({ kind: 'fiche', id: fiche.slug }).slice(1),
    parties: [
      {
        ...page,
        mots: [fiche.titre_court, ...fiche.mots_cles],
        texte: `${typographText(fiche.resume)} ${page.texte}`,
      },
      ...parts.map(placed),
    ],
  }
}

/** A place with the code of its département, as texts write it: « Nanterre (92) ». */
const placeWithCode = /(?!À )(\p{Lu}[\p{L}’'-]*(?:[ -]\p{Lu}[\p{L}’'-]*)*) \((\d\d|2[AB])\)/gu

/** The places of France by région, with those that documents name with their départements. */
function placesOfSearch(documents: readonly SearchDocument[]): SearchData['lieux'] {
  const places = placesByRegion()
  for (const { texte } of documents.flatMap(({ parties }) => parties))
    for (const [, name = '', code = ''] of texte.matchAll(placeWithCode)) {
      const [region = ''] = regionsOf([code])
      places[region] = [...new Set([...(places[region] ?? []), name])]
    }
  return places
}

/** Adds the names of its départements and régions: of those of an example, with the town of its EPCI, or of those named in its text. */
function placed(part: SearchPart): SearchPart {
  const codes =
    part.genre === 'exemple'
      ? (part.departements ?? [])
      : [...part.texte.matchAll(placeWithCode)].map(([, , code = '']) => code)
  const town = townOf(part.lieu ?? '', codes)
  const mots = [...new Set([town ?? [], codes.flatMap(code => departements.get(code) ?? [])].flat())]
  return mots.length === 0 ? part : { ...part, mots, regions: regionsOf(codes) }
}

/** A document without the anchors that its titles tell. */
const asShown = (document: SearchDocument): SearchDocument => ({
  ...document,
  parties: document.parties.map(({ ancre, ...part }) =>
    ancre === undefined || (part.genre !== 'page' && ancre === usualAnchor(part)) ? part : { ...part, ancre },
  ),
})

/** A fiche that has no page yet is shown where it is announced. */
function announced(kit: Kit, fiche: Kit['fiches'][number]): SearchDocument {
  return {
    ...labels(kit, fiche),
    adresse: 'sommaire/',
    annonce: true,
    parties: [
      {
        genre: 'page',
        ancre: `a-paraitre-${fiche.slug}`,
        titre: typographText(fiche.titre),
        texte: 'À paraître.',
      },
    ],
  }
}

function labels(
  kit: Kit,
  { numero, famille }: Kit['fiches'][number],
): Omit<SearchDocument, 'adresse' | 'parties'> {
  const family = kit.familles.find(({ id }) => id === famille)
  return {
    genre: `${family?.singulier ?? ''} ${numero}`.trim(),
    famille,
    ...(family && { forme: family.forme }),
  }
}

function acronyms(kit: Kit): SearchDocument[] {
  const { sigles } = indexesOf(kit)
  if (sigles.length === 0) return []
  const parts = sigles.map(
    ({ sigle, developpe }): SearchPart => ({ genre: 'sigle', titre: sigle, texte: typographText(developpe) }),
  )
  return [
    {
      adresse: 'sigles/',
      genre: 'Index',
      parties: [
        {
          genre: 'page',
          titre: 'Sigles',
          mots: ['glossaire', 'lexique', 'abréviations'],
          texte: 'Ce que veulent dire les sigles du kit.',
        },
        ...parts,
      ],
    },
  ]
}

/** Lists expressions whose single words mislead: « état civil » is no State, « feu d'artifice » no art. Each is looked for
 *  as a whole, so the search can say that a kit lacks it. */
const setExpressions: readonly string[] =
  `acte de décès|acte de naissance|antenne relais|aide à la pierre|aire de jeux|budget primitif|bureau de vote|carte d’identité|carte grise
carte scolaire|casier judiciaire|chien errant|cours d’eau|défense incendie|dotation globale de fonctionnement|droit de grève|eau potable
eaux pluviales|eaux usées|égalité femmes-hommes|état civil|feu d’artifice|feu rouge|feux tricolores|fibre optique|fiscalité locale
garde champêtre|impôt foncier|impôt local|indemnité des élus|indemnités de fonction|intelligence artificielle|liste électorale|loi littoral
marché de Noël|monument aux morts|nuisances sonores|panneau publicitaire|passage piéton|plan communal de sauvegarde|police municipale
prime d’activité|protoxyde d’azote|quotient familial|recensement de la population|salaire des élus|taxe d’aménagement|taxe d’habitation
taxe de séjour|taxe foncière|temps de travail|violences conjugales|zone blanche`.split(/[|\n]/)
