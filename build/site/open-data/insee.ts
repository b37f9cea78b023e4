import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fold } from '../../../src/web/search/words.ts'

const data = join(
  fileURLToPath(new URL('../../..', import.meta.url)),
  'node_modules/@etalab/decoupage-administratif/data',
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

const read = <T>(name: string): T[] => JSON.parse(readFileSync(join(data, `${name}.json`), 'utf8')) as T[]

let known: ReturnType<typeof load> | undefined

function load() {
  const communes = read<Commune>('communes').filter(({ type }) => type === 'commune-actuelle')
  return {
    communes,
    groupements: [...read<Groupement>('epci'), ...read<Groupement>('ept')],
    departementOf: new Map(communes.map(({ code, departement }) => [code, departement ?? ''])),
    regionOf: new Map(communes.map(({ departement, region }) => [departement ?? '', region ?? ''])),
  }
}

/** The codes of a place after the Code officiel géographique: only where its name is that of one commune, or of one EPCI, of
 *  its départements. */
export function codesOf(lieu: string, departements: readonly string[]): Codes {
  known ??= load()
  const { communes, groupements, departementOf, regionOf } = known
  const wanted = plain(lieu)
  const own = communes.filter(
    ({ nom, departement = '' }) => departements.includes(departement) && plain(nom) === wanted,
  )
  const groups = groupements.filter(
    ({ nom, membres }) =>
      bare(nom) === bare(lieu) &&
      membres.some(({ code }) => departements.includes(departementOf.get(code) ?? '')),
  )
  const [commune] = own
  const [group] = groups
  const sure = own.length === 1 ? commune : undefined
  return {
    commune: sure?.code ?? '',
    epci: !sure && groups.length === 1 ? (group?.code ?? '') : '',
    regions: [...new Set(departements.flatMap(code => regionOf.get(code) || []))],
    population: sure?.population ?? null,
  }
}

const plain = (nom: string) =>
  fold(nom)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The name of a grouping without what it is: « CU Grand Poitiers », « Grand Poitiers Communauté urbaine ». */
const bare = (nom: string) =>
  plain(nom)
    .replace(
      /^(?:cc|ca|cu|communaute de communes|communaute d agglomeration|communaute urbaine|agglomeration de)\s/,
      '',
    )
    .replace(/\s(?:communaute urbaine|communaute d agglomeration|communaute)$/, '')
    .replace(/^(?:de|du|des|la|le|les)\s/, '')
