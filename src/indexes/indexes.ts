import type { Kit } from '../kit.ts'
import { minutesOf } from './lecture.ts'
import { listingOf } from './listing.ts'
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

/** The kit's indexes, as the layouts of every edition read them. */
export const indexesOf = (kit: Kit): Indexes => ({
  territoires: territoires(kit),
  sigles: sigles(kit),
  sommaire: sommaire(listingOf(kit)),
  ressources: ressources(kit),
  lecture: Object.fromEntries(
    kit.fiches.flatMap(fiche =>
      fiche.statut === 'a-paraitre' ? [] : [[fiche.slug, minutesOf(fiche.corps)]],
    ),
  ),
})
