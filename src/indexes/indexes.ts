import type { Kit } from '../kit.ts'
import { rememberOf } from '../remember.ts'
import { minutesOf } from './lecture.ts'
import { listingOf } from './listing.ts'
import { publishedFiches } from './published.ts'
import { type RessourcesFiche, ressources } from './ressources.ts'
import { type Sigle, sigles } from './sigles.ts'
import { type FamilleSommaire, sommaire } from './sommaire.ts'
import { type Territoires, territoires } from './territoires.ts'

export type Indexes = {
  territoires: Territoires
  sigles: Sigle[]
  sommaire: FamilleSommaire[]
  ressources: RessourcesFiche[]
  /** Slug of a published fiche → minutes that it takes to read. */
  lecture: Record<string, number>
}

/** Which indexes have something to say. */
export type Rubriques = { territoires: boolean; sigles: boolean; ressources: boolean }

export function rubriquesOf(kit: Kit): Rubriques {
  const { territoires, sigles, ressources } = indexesOf(kit)
  return {
    territoires: territoires.departements.length + territoires.ailleurs.length > 0,
    sigles: sigles.length > 0,
    ressources: ressources.length > 0,
  }
}

/** The kit's indexes, as the layouts of every edition read them: made once of a kit, which stays as it was read. To look for the
 *  acronyms in all the words of a large kit takes a while. */
export const indexesOf = rememberOf(
  (kit: Kit): Indexes => ({
    territoires: territoires(kit),
    sigles: sigles(kit),
    sommaire: sommaire(listingOf(kit)),
    ressources: ressources(kit),
    lecture: Object.fromEntries(publishedFiches(kit).map(({ slug, corps }) => [slug, minutesOf(corps)])),
  }),
)
