import { readFileSync } from 'node:fs'
import { departements, plainName } from '../../src/text/index.ts'

/** Reads a table of the Code officiel géographique, which `npm run generate` writes. */
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').trimEnd()

/** Official codes of a place. Empty: the place is none, or may be several. */
export type Codes = { commune: string; epci: string; regions: string[]; population: number | null }

/** Every commune of France by the first letter of its name, without accent: « Villeurbanne|69|84 », one a line, for readers who look
 *  for their own. Those that were merged into another, and « Paris 11e », are among them. */
export function communesByLetter(): ReadonlyMap<string, string> {
  const { regionOf } = table()
  const lines = communeLines().map(line => {
    const [nom = '', departement = ''] = line.split(',')
    return `${nom.replace(/(?<=\de?r?) Arrondissement$/, '')}|${departement}|${regionOf.get(departement) ?? ''}`
  })
  const byLetter = groupBy(new Set(lines), line => plainName(line.charAt(0)).charAt(0))
  return new Map([...byLetter].map(([letter, list]) => [letter, `${list.join('\n')}\n`]))
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
  return table()
    .regions.map(({ code, nom, departements: codes }) => {
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
  const townsOf = new Map(table().regions.map(({ code, towns }) => [code, towns]))
  return Object.fromEntries(
    regions().map(({ code, nom, departements: own, formerNames }) => {
      const names = [
        ...[nom, ...formerNames.map(former => former.nom)],
        ...own.map(departement => departements.get(departement) ?? ''),
        ...(townsOf.get(code) ?? []).flatMap(town => [
          town,
          town.replace(/(?<=-.*)-(?:sur|en|lès|les|sous)-.*$/, ''),
        ]),
      ]
      return [nom, [...new Set(names)].sort()]
    }),
  )
}

/** The régions of départements, by name, those of today first. */
export function regionsOf(codes: readonly string[]): string[] {
  const { regionOf, regionNames } = table()
  const former = [...formerRegions].filter(([, own]) => own.some(code => codes.includes(code)))
  return [
    ...new Set([
      ...codes.flatMap(code => namesOfRegion(regionNames.get(regionOf.get(code) ?? '') ?? '')),
      ...former.map(([name]) => name),
    ]),
  ].filter(Boolean)
}

/** A région by its name and as it is called. */
const namesOfRegion = (name: string): string[] => [
  name,
  ...(name.startsWith('Provence') ? ['PACA'] : name === 'Île-de-France' ? ['IDF'] : []),
]

/** A région that has départements. `towns`: seats of an arrondissement, and those of 20,000 inhabitants. */
export type Region = { code: string; nom: string; departements: string[]; towns: string[] }
/** A grouping of communes. `town`: the largest, if it has 20,000 inhabitants. */
export type Groupement = { code: string; nom: string; departements: string[]; town: string | null }
type Commune = { code: string; population: number | null }

let loaded: ReturnType<typeof load> | undefined

/** Reads the régions and the groupings, once. */
export function table() {
  loaded ??= load()
  return loaded
}

function load() {
  const { regions, groupements } = JSON.parse(read('./regions.json')) as {
    regions: Region[]
    groupements: Groupement[]
  }
  return {
    regions,
    regionNames: new Map(regions.map(({ code, nom }) => [code, nom])),
    regionOf: new Map(regions.flatMap(({ code, departements }) => departements.map(own => [own, code]))),
    groupementsNamed: groupBy(groupements, ({ nom }) => bare(nom)),
  }
}

/** Name, département, code, inhabitants: in the order of a dictionary. One that is merged into another has no code; one where nobody lives, no
 *  inhabitants. */
const communeLines = () => read('./communes.csv').split('\n')

let linesByDepartement: ReadonlyMap<string, string[]> | undefined
const communesByName = new Map<string, ReadonlyMap<string, Commune[]>>()

/** The communes of today in a département, by their plain name. */
function communesNamed(departement: string): ReadonlyMap<string, Commune[]> {
  const former = communesByName.get(departement)
  if (former) return former
  linesByDepartement ??= groupBy(communeLines(), line => line.split(',', 2)[1] ?? '')
  const named = new Map<string, Commune[]>()
  for (const line of linesByDepartement.get(departement) ?? []) {
    const [nom = '', , code, population] = line.split(',')
    if (!code) continue
    const name = plainName(nom)
    const commune = { code, population: population ? Number(population) : null }
    named.set(name, [...(named.get(name) ?? []), commune])
  }
  communesByName.set(departement, named)
  return named
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
export const townOf = (lieu: string, departements: readonly string[]): string | null =>
  placeOf(lieu, departements).epci?.town ?? null

/** Finds the only commune, or else the only EPCI, of this name in these départements. */
function placeOf(
  lieu: string,
  departements: readonly string[],
): { commune?: Commune | undefined; epci?: Groupement | undefined } {
  const [commune, ...homonyms] = departements.flatMap(code => communesNamed(code).get(plainName(lieu)) ?? [])
  if (commune && homonyms.length === 0) return { commune }
  const [epci, ...homonymGroups] = (table().groupementsNamed.get(bare(lieu)) ?? []).filter(groupement =>
    groupement.departements.some(code => departements.includes(code)),
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
