import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { publishedFiches } from '../../../../src/indexes/published.ts'
import type { Exemple, FichePubliee, Kit } from '../../../../src/kit.ts'
import { rememberOf } from '../../../../src/remember.ts'
import { readSource } from './units.ts'

/** An example and the fiche that tells it; `id`: `slug/ancre`. Its départements are read where its author wrote them. */
export type LocatedExample = {
  id: string
  fiche: FichePubliee
  exemple: Exemple
  codes: string[]
  isAbroad: boolean
}

/** The examples of the published fiches, in their order. */
export const examplesOf = rememberOf((kit: Kit): LocatedExample[] =>
  publishedFiches(kit).flatMap(fiche => {
    const { source, line, exemples } = fiche.corps
    const written = readSource(source, line, slug => slug).blocks.filter(({ nom }) => nom === 'exemple')
    return exemples.map((exemple, at) => ({
      id: `${fiche.slug}/${exemple.ancre}`,
      fiche,
      exemple,
      codes: written[at]?.codes ?? [],
      isAbroad: written[at]?.isAbroad ?? false,
    }))
  }),
)

type Official = { code: string; nom: string; region: string }

/** Code → name, from the Code officiel géographique itself. */
export async function officialNames(of: 'departements' | 'regions'): Promise<Map<string, string>> {
  return new Map((await readOfficial<Official>(of)).map(({ code, nom }) => [code, nom]))
}

/** Code of each département → its région's. */
export async function regionOfDepartements(): Promise<Map<string, string>> {
  return new Map((await readOfficial<Official>('departements')).map(({ code, region }) => [code, region]))
}

/** One table of the Code officiel géographique, whose lines are as its package documents them. */
export async function readOfficial<Line>(of: string): Promise<Line[]> {
  const path = fileURLToPath(import.meta.resolve(`@etalab/decoupage-administratif/data/${of}.json`))
  return JSON.parse(await readFile(path, 'utf8')) as Line[]
}
