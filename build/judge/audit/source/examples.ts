import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { publishedFiches } from '../../../../src/indexes/published.ts'
import type { Exemple, FichePubliee, Kit } from '../../../../src/kit.ts'

/** An example and the fiche that tells it; `id`: `slug/ancre`. */
export type LocatedExample = { id: string; fiche: FichePubliee; exemple: Exemple }

/** The examples of the published fiches, in their order. */
export const examplesOf = (kit: Kit): LocatedExample[] =>
  publishedFiches(kit).flatMap(fiche =>
    fiche.corps.exemples.map(exemple => ({ id: `${fiche.slug}/${exemple.ancre}`, fiche, exemple })),
  )

/** Code of each département → its région's, from the Code officiel géographique itself. */
export async function regionOfDepartements(): Promise<Map<string, string>> {
  const path = fileURLToPath(import.meta.resolve('@etalab/decoupage-administratif/data/departements.json'))
  const all = JSON.parse(await readFile(path, 'utf8')) as { code: string; region: string }[]
  return new Map(all.map(({ code, region }) => [code, region]))
}
