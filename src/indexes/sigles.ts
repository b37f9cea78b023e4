import type { FicheListee, Kit } from '../kit.ts'
import { findSigles } from '../markdown/sigles.ts'
import { listedFiche } from './listing.ts'
import { publishedFiches } from './published.ts'

/** An acronym that the kit uses: what it stands for, and the fiches that use it, by number. */
export type Sigle = { sigle: string; developpe: string; fiches: FicheListee[] }

/** The acronyms of `sigles.yaml` that stand in a published fiche, in alphabetical order. */
export function sigles(kit: Kit): Sigle[] {
  const find = findSigles(Object.keys(kit.sigles))
  const users = new Map<string, FicheListee[]>()
  for (const fiche of publishedFiches(kit)) {
    const mentions = find([fiche.titre, fiche.corps.texte].join('\n'))
    for (const sigle of new Set(mentions.map(({ sigle }) => sigle)))
      users.set(sigle, [...(users.get(sigle) ?? []), listedFiche(fiche)])
  }
  const collator = new Intl.Collator('fr')
  return [...users]
    .map(([sigle, fiches]) => ({ sigle, developpe: kit.sigles[sigle] ?? '', fiches }))
    .sort((a, b) => collator.compare(a.sigle, b.sigle))
}
