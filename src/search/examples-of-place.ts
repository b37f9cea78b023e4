import { departements } from '../text/index.ts'
import type { SearchData, SearchHit } from './documents.ts'
import type { IndexEntry } from './text-index.ts'
import { plain } from './words.ts'

/** The page of the examples, which chooses those of a place by itself. */
const PAGE = 'territoires/'

/** Leads to the examples of a place, and says how many there are: « 5 exemples en Bretagne », « Quimper : aucun exemple, 5 en Bretagne ».
 *  Null: the site has no page of examples. */
export function examplesOfPlace(
  place: string,
  entries: readonly IndexEntry[],
  { documents, lieux }: Pick<SearchData, 'documents' | 'lieux'>,
): SearchHit | null {
  const page = documents.find(({ adresse }) => adresse === PAGE)
  if (!page) return null
  const code = departements.has(place) ? place : [...departements].find(([, name]) => name === place)?.[0]
  const count = (isIn: (part: IndexEntry['part']) => boolean) =>
    entries.filter(({ part }) => part.genre === 'exemple' && isIn(part)).length
  const inRegion = (name: string) => count(({ regions = [] }) => regions.includes(name))
  const [around] = Object.entries(lieux).find(([, names]) => names.includes(place)) ?? []
  const own = code
    ? count(({ departements: codes = [] }) => codes.includes(code))
    : count(({ lieu = '', mots = [] }) => [lieu, ...mots].some(name => plain(name) === plain(place)))
  const label = code ? `${departements.get(code)} (${code})` : place
  const near = around === undefined || around === place ? 0 : inRegion(around)
  const rest = own === 0 && near > 0 ? `, ${near} ${within(around ?? '')}` : ''
  const titre =
    !code && inRegion(place) > 0
      ? `${sayCount(inRegion(place))} ${within(place)}`
      : `${label}\u00a0: ${sayCount(own).toLowerCase()}${rest}`
  const [{ titre: genre = '', texte = '' } = {}] = page.parties
  const parts: SearchHit['parts'] = [{ genre: 'page', titre, texte }]
  const adresse = `${PAGE}?lieu=${encodeURIComponent(code ?? place)}`
  return { document: { adresse, genre, parties: parts }, parts, stems: new Set() }
}

const sayCount = (count: number) =>
  count === 0 ? 'Aucun exemple' : `${count} exemple${count > 1 ? 's' : ''}`

/** `en Bretagne`, `dans les Hauts-de-France` */
function within(region: string): string {
  if (/^(?:La Réunion|Mayotte)$/.test(region)) return `à ${region}`
  if (/^(?:Hauts|Pays)/.test(region)) return `dans les ${region}`
  return `${/^(?:Grand Est|Limousin|Nord)/.test(region) ? 'dans le' : 'en'} ${region}`
}
