import type { Block } from '../text/index.ts'
import { chiffres } from './chiffres.ts'
import { citation } from './citation.ts'
import { definition } from './definition.ts'
import { domaines } from './domaines.ts'
import { exemple } from './exemple.ts'
import { frise } from './frise.ts'
import { graphique } from './graphique.ts'
import { ideesRecues } from './idees-recues.ts'
import { info } from './info.ts'
import { loi } from './loi.ts'
import { propos } from './propos.ts'
import { ressources } from './ressources.ts'
import { schema } from './schema.ts'

export { leadingStrong, reportRenvois } from './items.ts'

const all = [
  exemple,
  chiffres,
  citation,
  propos,
  definition,
  loi,
  info,
  ideesRecues,
  frise,
  domaines,
  graphique,
  schema,
  ressources,
] as const satisfies readonly Block[]

type BlockName = (typeof all)[number]['name']

/** Every block of the content model, in the order of the authors' guide. */
export const blocks: readonly Block<BlockName>[] = all

export function blockNamed(name: string): Block<BlockName> {
  const block = blocks.find(block => block.name === name)
  if (!block) throw new Error(`No such block: ${name}`)
  return block
}
