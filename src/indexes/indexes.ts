import type { Kit } from '../kit.ts'
import { type RessourcesFiche, ressources } from './ressources.ts'
import { type Sigle, sigles } from './sigles.ts'
import { type FamilleSommaire, sommaire } from './sommaire.ts'
import { type Territoires, territoires } from './territoires.ts'

export type Indexes = {
  territoires: Territoires
  sigles: Sigle[]
  sommaire: FamilleSommaire[]
  ressources: RessourcesFiche[]
}

/** The kit's indexes, as the layouts of every edition read them. */
export const indexesOf = (kit: Kit): Indexes => ({
  territoires: territoires(kit),
  sigles: sigles(kit),
  sommaire: sommaire(kit),
  ressources: ressources(kit),
})
