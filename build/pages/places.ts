import { exemples, type Kit } from '../../src/kit/index.ts'
import { departements } from '../../src/text/index.ts'
import { codesOf, regions, table } from './communes.ts'
import { nearestOnMap } from './web/map.ts'

/** Place of an example, as a reader may choose it on the page of the examples. */
export type Lieu = {
  /** Codes of its régions. */
  regions: string[]
  /** id of a `Taille`; null: the place is no commune, or may be several. */
  taille: string | null
}

export type Taille = { id: string; nom: string /** Inhabitants, this many not included. */; jusque: number }

/** Sizes of communes, by their population. */
export const tailles: readonly Taille[] = [
  { id: 'petite', nom: 'moins de 3 500 habitants', jusque: 3500 },
  { id: 'moyenne', nom: 'de 3 500 à 20 000 habitants', jusque: 20_000 },
  { id: 'grande', nom: 'de 20 000 à 100 000 habitants', jusque: 100_000 },
  { id: 'metropole', nom: '100 000 habitants et plus', jusque: Number.POSITIVE_INFINITY },
]

/** Filters of the examples' page, beyond the kit's own; each has some example. */
export type Places = {
  /** `slug/ancre` of an example → where it is. */
  lieux: Record<string, Lieu>
  /** All of France. `pres`: codes of the nearest départements with examples, where the région has none. */
  regions: (ReturnType<typeof regions>[number] & { pres: string[] })[]
  departements: { code: string; nom: string; region: string }[]
  tailles: Pick<Taille, 'id' | 'nom'>[]
  /** Slugs of the fiches that have an example. */
  themes: string[]
  /** ids of their families. */
  familles: string[]
}

/** Places the examples of a kit by the Code officiel géographique; null for a kit without examples. */
export function placesOf(kit: Kit): Places | null {
  const examples = exemples(kit)
  if (examples.length === 0) return null
  const all = examples.map(({ id, lieu, departements }) => {
    const { regions, population } = codesOf(lieu, departements)
    const taille =
      population === null ? null : (tailles.find(({ jusque }) => population < jusque)?.id ?? null)
    return { id, departements, lieu: { regions, taille } }
  })
  const { regionOf } = table()
  const codes = [...new Set(all.flatMap(example => example.departements))]
  const departementsIn = (region: string) =>
    [...departements.keys()].filter(code => regionOf.get(code) === region)
  return {
    lieux: Object.fromEntries(all.map(({ id, lieu }) => [id, lieu])),
    departements: [...departements].map(([code, nom]) => ({ code, nom, region: regionOf.get(code) ?? '' })),
    regions: regions().map(region => ({
      ...region,
      pres: all.some(({ lieu }) => lieu.regions.includes(region.code))
        ? []
        : nearestOnMap(departementsIn(region.code), codes),
    })),
    tailles: tailles
      .filter(({ id }) => all.some(({ lieu }) => lieu.taille === id))
      .map(({ id, nom }) => ({ id, nom })),
    themes: [...new Set(all.map(({ id }) => slugOf(id)))],
    familles: kit.familles
      .map(({ id }) => id)
      .filter(id =>
        kit.fiches.some(
          ({ slug, famille }) => famille === id && all.some(example => slugOf(example.id) === slug),
        ),
      ),
  }
}

/** The fiche of an example. */
const slugOf = (id: string) => id.slice(0, id.indexOf('/'))
