import { examplesOf, openEngine, type SearchHit } from '../../../../src/search/index.ts'
import { plainName } from '../../../../src/text/index.ts'
import { once } from '../once.ts'
import { loadSearchData } from '../search/load.ts'
import { type Communes, findCommunes } from './communes.ts'
import { type Atlas, type Place, placeNamed } from './place.ts'

/** What typed words ask for. */
export type Meaning =
  | { kind: 'all' }
  | { kind: 'waiting' }
  | { kind: 'place'; place: Place }
  /** Several communes have the name. */
  | { kind: 'homonyms' }
  /** Addresses of the examples, relative to the site, the best first; `corrected`: the words without their slip. */
  | { kind: 'words'; addresses: readonly string[]; corrected: string | null }
  /** Nothing is found, and the communes or the search cannot be had. */
  | { kind: 'unreachable' }

type Found = { hits: readonly SearchHit[]; corrected: string | null }

const loadEngine = once(async () => openEngine(examplesOf(await loadSearchData())))

async function findExamples(typed: string): Promise<Found> {
  const { found, corrected } = (await loadEngine()).search(typed)
  return { hits: found, corrected }
}

/** Tells a place from other words. A commune is one when it is chosen as it is proposed (« Bron (69) »), when an example is there,
 *  and when no example speaks of its name as a word. @param folder where the files of the communes are */
export async function meaningOf(
  typed: string,
  atlas: Atlas,
  folder: string,
): Promise<{ meaning: Meaning; proposed: readonly string[] }> {
  const place = placeNamed(typed, atlas)
  if (place) return { meaning: { kind: 'place', place }, proposed: [] }
  const [communes, examples] = await Promise.all([
    findCommunes(typed, folder).catch(() => null),
    findExamples(typed).catch(() => null),
  ])
  const meaning = await chooseMeaning(typed, communes, examples, folder)
  return { meaning, proposed: communes?.proposed ?? [] }
}

async function chooseMeaning(
  typed: string,
  communes: Communes | null,
  examples: Found | null,
  folder: string,
): Promise<Meaning> {
  const { named = [], alike = [] } = communes ?? {}
  // « Thiers » is a town, and no slip of « tiers ».
  const { hits, corrected } =
    examples && !(examples.corrected && named.length > 0) ? examples : { hits: [], corrected: null }
  // « Bron (69) », « Paris 11e »
  const isChosen = named.length > 0 && /\d/.test(typed)
  const mended =
    corrected === null ? named : ((await findCommunes(corrected, folder).catch(() => null))?.named ?? [])
  const likely = mended.length > 0 ? mended : alike
  const withExample = likely.filter(commune => hits.some(hit => isIn(hit, commune)))
  if (isChosen) return placeOrHomonyms(named)
  if (withExample.length > 0) return placeOrHomonyms(withExample)
  if (hits.length > 0)
    return {
      kind: 'words',
      corrected,
      addresses: hits.map(({ document, parts: [part] }) => `${document.adresse}#${part?.ancre}`),
    }
  if (named.length > 0) return placeOrHomonyms(named)
  if (alike.length > 0) return placeOrHomonyms(alike)
  return communes && examples ? { kind: 'words', addresses: [], corrected: null } : { kind: 'unreachable' }
}

const placeOrHomonyms = ([place, ...others]: readonly Place[]): Meaning =>
  place && others.length === 0 ? { kind: 'place', place } : { kind: 'homonyms' }

const isIn = ({ parts: [example] }: SearchHit, { nom, departements: [departement = ''] }: Place): boolean =>
  example?.departements?.includes(departement) === true &&
  [example.lieu ?? '', ...(example.mots ?? [])].some(name => plainName(name) === plainName(nom))
