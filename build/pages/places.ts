import { exemples, type Kit } from '../../src/kit/index.ts'
import { codesOf, table } from './communes.ts'

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
  regions: { code: string; nom: string }[]
  tailles: Pick<Taille, 'id' | 'nom'>[]
  /** Slugs of the fiches that have an example. */
  themes: string[]
  /** ids of their families. */
  familles: string[]
  /** Code of a département that has examples → its région's. */
  regionOf: Record<string, string>
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
  const { regionOf, regionNames } = table()
  const regionCodes = new Set(all.flatMap(({ lieu }) => lieu.regions))
  return {
    lieux: Object.fromEntries(all.map(({ id, lieu }) => [id, lieu])),
    regions: [...regionNames]
      .filter(([code]) => regionCodes.has(code))
      .map(([code, nom]) => ({ code, nom }))
      .sort((a, b) => a.nom.localeCompare(b.nom, 'fr')),
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
    regionOf: Object.fromEntries(
      all.flatMap(({ departements }) => departements.map(code => [code, regionOf.get(code) ?? ''])),
    ),
  }
}

/** The fiche of an example. */
const slugOf = (id: string) => id.slice(0, id.indexOf('/'))
