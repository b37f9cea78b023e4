import { sitePath } from '../../../src/addresses.ts'
import { indexesOf } from '../../../src/indexes/indexes.ts'
import type { FichePubliee, Kit } from '../../../src/kit.ts'
import { departements } from '../../../src/markdown/departements.ts'
import { typographText } from '../../../src/markdown/typography/index.ts'
import { collect } from '../../../src/web/search/collect.ts'
import {
  type Part,
  type SearchData,
  type SearchDocument,
  usualAnchor,
} from '../../../src/web/search/documents.ts'
import { packSorted } from '../../../src/web/search/pack-words.ts'
import { placeNames, regionsOf, townOf } from '../../pages/places.ts'
import { readParts } from './read-parts.ts'
import { setExpressions } from './set-expressions.ts'
import { type Offered, siteDocuments } from './site-documents.ts'

/** All that can be found in a site: fiches and pages as they are written, with their sections, examples and figures, announced
 *  fiches, acronyms, the pages of the site itself and what it offers to download.
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
    synonymes: kit.recherche,
    lieux: packSorted(
      [...new Set([...placeNames(), ...documents.flatMap(placesNamed), ...setExpressions])].sort(),
    ),
    index: collect(documents),
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
        mots: [fiche.titre_court, ...fiche.mots_cles].join(', '),
        texte: `${typographText(fiche.resume)} ${page.texte}`,
      },
      ...parts.map(placed),
    ],
  }
}

/** A place with the code of its département, as texts write it: « Nanterre (92) ». */
const written = /(?!À )(\p{Lu}[\p{L}’'-]*(?:[ -]\p{Lu}[\p{L}’'-]*)*) \((\d\d|2[AB])\)/gu

/** The places that a document names with their départements. */
const placesNamed = ({ parties }: SearchDocument): string[] =>
  parties.flatMap(({ texte }) => [...texte.matchAll(written)].map(([, name = '']) => name))

/** A part is found by the names of its départements and régions too: that of an example, with the town of its EPCI, those named in its
 *  text. */
function placed(part: Part): Part {
  const [codesBefore = '', lieu = ''] = (part.mots ?? '').match(/^(?:(?:\d{2,3}|2[AB]) )*|.+/g) ?? []
  const codes =
    part.genre === 'exemple'
      ? codesBefore.trim().split(' ')
      : [...part.texte.matchAll(written)].map(([, , code = '']) => code)
  const town = part.genre === 'exemple' ? townOf(lieu, codes) : null
  const names = [
    ...new Set([...(town === null ? [] : [town]), ...codes.flatMap(code => departements.get(code) ?? [])]),
  ]
  return names.length === 0
    ? part
    : { ...part, mots: [part.mots, ...names].filter(Boolean).join(', '), regions: regionsOf(codes) }
}

/** What is shown of a document: its régions are in the index, its usual anchors are told by its titles. */
const asShown = (document: SearchDocument): SearchDocument => ({
  ...document,
  parties: document.parties.map(({ regions, ancre, ...part }) =>
    ancre === undefined || (part.genre !== 'page' && ancre === usualAnchor(part)) ? part : { ...part, ancre },
  ),
})

/** A fiche that has no page yet is shown where it is announced. */
function announced(kit: Kit, fiche: Kit['fiches'][number]): SearchDocument {
  return {
    ...labels(kit, fiche),
    adresse: 'sommaire/',
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
    ({ sigle, developpe }): Part => ({ genre: 'sigle', titre: sigle, texte: typographText(developpe) }),
  )
  return [
    {
      adresse: 'sigles/',
      genre: 'Index',
      parties: [
        {
          genre: 'page',
          titre: 'Sigles',
          mots: 'glossaire, lexique, abréviations',
          texte: 'Ce que veulent dire les sigles du kit.',
        },
        ...parts,
      ],
    },
  ]
}
