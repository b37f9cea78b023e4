import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { departements, plainName } from '../../src/text/index.ts'

const data = fileURLToPath(
  new URL('../../node_modules/@etalab/decoupage-administratif/data', import.meta.url),
)

type Commune = {
  code: string
  nom: string
  type: string
  departement?: string
  region?: string
  population?: number
}
type Groupement = { code: string; nom: string; membres: { code: string }[] }

/** Official codes of a place. Empty: the place is none, or may be several. */
export type Codes = { commune: string; epci: string; regions: string[]; population: number | null }

/** Every commune of France by the first letter of its name, without accent: « Villeurbanne|69|84 », one a line, for readers who look
 *  for their own. Those that were merged into another, and « Paris 11e », are among them. */
export function communesByLetter(): ReadonlyMap<string, string> {
  lettered ??= letters()
  return lettered
}

let lettered: ReadonlyMap<string, string> | undefined

function letters(): Map<string, string> {
  const { communes, formerCommunes, regionOf } = table()
  const lines = [...communes, ...formerCommunes].map(
    ({ nom, departement = '' }) =>
      `${nom.replace(/(?<=\de?r?) Arrondissement$/, '')}|${departement}|${regionOf.get(departement) ?? ''}`,
  )
  const { compare } = new Intl.Collator('fr')
  const byLetter = groupBy(
    groupBy(new Set(lines), line => line.charAt(0)),
    ([first]) => plainName(first).charAt(0),
  )
  return new Map(
    [...byLetter].map(([letter, groups]) => [
      letter,
      `${groups
        .flatMap(([, list]) => list)
        .sort(compare)
        .join('\n')}\n`,
    ]),
  )
}

/** Régions until 2015 that are none today → their départements. */
const formerRegions = new Map(
  `Alsace 67 68|Aquitaine 24 33 40 47 64|Auvergne 03 15 43 63|Basse-Normandie 14 50 61|Bourgogne 21 58 71 89
Champagne-Ardenne 08 10 51 52|Franche-Comté 25 39 70 90|Haute-Normandie 27 76|Languedoc-Roussillon 11 30 34 48 66|Limousin 19 23 87
Lorraine 54 55 57 88|Midi-Pyrénées 09 12 31 32 46 65 81 82|Nord-Pas-de-Calais 59 62|Picardie 02 60 80|Poitou-Charentes 16 17 79 86
Rhône-Alpes 01 07 26 38 42 69 73 74`
    .split(/[|\n]/)
    .map(line => {
      const [nom = '', ...codes] = line.split(' ')
      return [nom, codes] as const
    }),
)

/** The régions that have départements, by name, each with the names that readers still know for a part of it, and for it (`departements` is
 *  empty). */
export function regions(): {
  code: string
  nom: string
  departements: string[]
  formerNames: { nom: string; departements: string[] }[]
}[] {
  const { regionOf, regionNames } = table()
  const departementsOf = groupBy(departements.keys(), code => regionOf.get(code) ?? '')
  return [...departementsOf]
    .map(([code, codes]) => {
      const nom = regionNames.get(code) ?? ''
      const short = namesOfRegion(nom)
        .filter(name => name !== nom)
        .map(name => ({ nom: name, departements: [] }))
      const former = [...formerRegions]
        .filter(([, [first = '']]) => codes.includes(first))
        .map(([name, ofName]) => ({ nom: name, departements: ofName }))
      return { code, nom, departements: codes, formerNames: [...short, ...former] }
    })
    .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'))
}

/** Names of places that a reader may look for, by their région: régions, former ones too, départements, towns that are the seat of an
 *  arrondissement or have 20,000 inhabitants. */
export function placesByRegion(): Record<string, string[]> {
  const { communes, seats } = table()
  const towns = communes.filter(commune => isTown(commune) || seats.has(commune.code))
  return Object.fromEntries(
    regions().map(({ code, nom, departements: own, formerNames }) => {
      const inRegion = towns.filter(({ region }) => region === code).map(commune => commune.nom)
      const names = [
        ...[nom, ...formerNames.map(former => former.nom)],
        ...own.map(departement => departements.get(departement) ?? ''),
        ...inRegion.flatMap(town => [town, town.replace(/(?<=-.*)-(?:sur|en|lès|les|sous)-.*$/, '')]),
      ]
      return [nom, [...new Set(names)].sort()]
    }),
  )
}

const isTown = ({ population = 0 }: Commune) => population >= 20_000

/** The régions of départements, by name. */
export function regionsOf(codes: readonly string[]): string[] {
  const { regionOf, regionNames } = table()
  return [
    ...new Set([...codes.flatMap(code => namesOfRegion(regionNames.get(regionOf.get(code) ?? '') ?? ''))]),
  ].filter(Boolean)
}

/** A région by its name and as it is called. */
const namesOfRegion = (name: string): string[] => [
  name,
  ...(name.startsWith('Provence') ? ['PACA'] : name === 'Île-de-France' ? ['IDF'] : []),
]

const read = <T>(name: string): T[] => JSON.parse(readFileSync(join(data, `${name}.json`), 'utf8')) as T[]

let loaded: ReturnType<typeof load> | undefined

/** Reads the Code officiel géographique, once. */
export function table() {
  loaded ??= load()
  return loaded
}

function load() {
  const all = read<Commune>('communes')
  const communes = all.filter(({ type }) => type === 'commune-actuelle')
  const communesIn = groupBy(communes, ({ departement }) => departement ?? '')
  const communesByName = new Map<string, Map<string, Commune[]>>()
  return {
    communes,
    /** Parts of a commune, once communes of their own, and the arrondissements of the three largest towns. */
    formerCommunes: all.filter(({ type }) => type !== 'commune-actuelle'),
    /** Communes of a département, by name. */
    communesNamed(code: string) {
      const names =
        communesByName.get(code) ?? groupBy(communesIn.get(code) ?? [], ({ nom }) => plainName(nom))
      communesByName.set(code, names)
      return names
    },
    groupementsNamed: groupBy([...read<Groupement>('epci'), ...read<Groupement>('ept')], ({ nom }) =>
      bare(nom),
    ),
    seats: new Set(read<{ chefLieu: string }>('arrondissements').map(({ chefLieu }) => chefLieu)),
    communeOf: new Map(communes.map(commune => [commune.code, commune])),
    regionNames: new Map(read<{ code: string; nom: string }>('regions').map(({ code, nom }) => [code, nom])),
    regionOf: new Map(communes.map(({ departement, region }) => [departement ?? '', region ?? ''])),
  }
}

/** Gives the codes of a place from the Code officiel géographique, if a single commune or EPCI of its départements has the name. */
export function codesOf(lieu: string, departements: readonly string[]): Codes {
  const { commune, epci } = placeOf(lieu, departements)
  return {
    commune: commune?.code ?? '',
    epci: epci?.code ?? '',
    regions: [...new Set(departements.flatMap(code => table().regionOf.get(code) || []))],
    population: commune?.population ?? null,
  }
}

/** Gives the main town of a place that is an EPCI, as readers look for it (« Clermont-Ferrand »). Null: it has no town of
 *  20,000 inhabitants. */
export function townOf(lieu: string, departements: readonly string[]): string | null {
  const { communeOf } = table()
  const members = placeOf(lieu, departements).epci?.membres.flatMap(({ code }) => communeOf.get(code) ?? [])
  const [town] = (members ?? []).filter(isTown).sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
  return town?.nom ?? null
}

/** Finds the only commune, or else the only EPCI, of this name in these départements. */
function placeOf(
  lieu: string,
  departements: readonly string[],
): { commune?: Commune | undefined; epci?: Groupement | undefined } {
  const { communesNamed, groupementsNamed, communeOf } = table()
  const [commune, ...homonyms] = departements.flatMap(code => communesNamed(code).get(plainName(lieu)) ?? [])
  if (commune && homonyms.length === 0) return { commune }
  const [epci, ...homonymGroups] = (groupementsNamed.get(bare(lieu)) ?? []).filter(({ membres }) =>
    membres.some(({ code }) => departements.includes(communeOf.get(code)?.departement ?? '')),
  )
  return homonymGroups.length === 0 ? { epci } : {}
}

/** The items in lists, by a key of each. */
function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The name of a grouping without what it is: « CU Grand Poitiers », « Grand Poitiers Communauté urbaine ». */
const bare = (nom: string) =>
  plainName(nom)
    .replace(
      /^(?:cc|ca|cu|communaute de communes|communaute d agglomeration|communaute urbaine|agglomeration de)\s/,
      '',
    )
    .replace(/\s(?:communaute urbaine|communaute d agglomeration|communaute)$/, '')
    .replace(/^(?:(?:de|du|des|la|le|les)\s)+/, '')
