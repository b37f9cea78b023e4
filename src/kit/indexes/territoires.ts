import { departements, type Exemple } from '../../text/index.ts'
import type { FicheListee, FichePubliee, Kit } from '../kit.ts'
import { listedFiche, publishedFiches } from './listing.ts'

/** An example of a fiche, or a passage that names a place, with the title above it; `ancre` is within the fiche. */
type ExempleSitue = Pick<Exemple, 'titre' | 'lieu' | 'ancre' | 'levier'> & {
  fiche: FicheListee
  genre: 'exemple' | 'passage'
}

type Departement = { code: string; nom: string; exemples: ExempleSitue[] }

type Ailleurs = { id: 'hors-de-france' | 'autres'; nom: string; exemples: ExempleSitue[] }

export type Territoires = {
  /** By code, 2A and 2B between 19 and 21; only those that have examples. */
  departements: Departement[]
  /** Examples whose place has no code, abroad or a region: only the groups that have some. */
  ailleurs: Ailleurs[]
}

type Localised = { situe: ExempleSitue; codes: readonly string[]; abroad: boolean }

/** The examples of all published fiches by département; one that names two codes is listed under both. */
export const territoires = (kit: Kit): Territoires => byDepartement(examplesOf(kit))

/** The index of a book: the examples, and the places that the text names with their code, `À Bordeaux (33)`, each under the title
 *  that it stands below. */
export function lieux(kit: Kit): Territoires {
  const examples = examplesOf(kit)
  const keyOf = ({ situe }: Localised) => `${situe.fiche.slug}/${situe.lieu}`
  const known = new Set(examples.map(keyOf))
  const mentions = publishedFiches(kit)
    .flatMap(mentionsIn)
    .filter(mention => !known.has(keyOf(mention)) && known.add(keyOf(mention)))
  return byDepartement([...examples, ...mentions])
}

const examplesOf = (kit: Kit): Localised[] =>
  publishedFiches(kit).flatMap(fiche =>
    fiche.corps.exemples.map(exemple => ({
      situe: situe(fiche, exemple, 'exemple'),
      codes: exemple.departements,
      abroad: exemple.pays.length > 0,
    })),
  )

/** The places that the running text of a fiche names with their code. */
const mentionsIn = (fiche: FichePubliee): Localised[] =>
  fiche.corps.lieux.map(({ codes, ...passage }) => ({
    situe: situe(fiche, { ...passage, levier: null }, 'passage'),
    codes,
    abroad: false,
  }))

function byDepartement(exemples: readonly Localised[]): Territoires {
  const collator = new Intl.Collator('fr', { numeric: true })
  const byPlace = (a: ExempleSitue, b: ExempleSitue) =>
    collator.compare(a.lieu, b.lieu) || a.fiche.numero - b.fiche.numero || collator.compare(a.titre, b.titre)
  const elsewhere = (id: Ailleurs['id'], nom: string, outside: boolean): Ailleurs => ({
    id,
    nom,
    exemples: exemples
      .filter(({ codes, abroad }) => codes.length === 0 && abroad === outside)
      .map(({ situe }) => situe)
      .sort(byPlace),
  })
  // The table is in the order of the codes.
  const listed = [...departements].map(([code, nom]) => ({
    code,
    nom,
    exemples: exemples
      .filter(({ codes }) => codes.includes(code))
      .map(({ situe }) => situe)
      .sort(byPlace),
  }))
  return {
    departements: listed.filter(departement => departement.exemples.length > 0),
    ailleurs: [
      elsewhere('hors-de-france', 'Hors de France', true),
      elsewhere('autres', 'Autres lieux', false),
    ].filter(({ exemples }) => exemples.length > 0),
  }
}

function situe(
  fiche: FichePubliee,
  { titre, lieu, ancre, levier }: Pick<Exemple, 'titre' | 'lieu' | 'ancre' | 'levier'>,
  genre: ExempleSitue['genre'],
): ExempleSitue {
  return { fiche: listedFiche(fiche), titre, lieu, ancre, levier, genre }
}

/** An example of the kit, as others may take it up: a row of the open data. */
type ExempleOuvert = {
  /** Permanent within an edition: `scic/exemple-…`. */
  id: string
  titre: string
  lieu: string
  departements: string[]
  fiche: string
  fiche_numero: number
  famille: string
  /** Path within the site. */
  chemin: string
}

/** Every example of the published fiches, in the order of the fiches: as many as the index of places knows. */
export const exemples = (kit: Kit): ExempleOuvert[] =>
  publishedFiches(kit).flatMap(fiche =>
    fiche.corps.exemples.map(({ titre, lieu, departements, ancre }) => ({
      id: `${fiche.slug}/${ancre}`,
      titre,
      lieu,
      departements,
      fiche: fiche.titre,
      fiche_numero: fiche.numero,
      famille: kit.familles.find(({ id }) => id === fiche.famille)?.singulier ?? fiche.famille,
      chemin: `/fiches/${fiche.slug}/#${ancre}`,
    })),
  )
