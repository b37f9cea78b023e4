import type { FicheListee, Kit } from '../kit.ts'
import { findSigles } from '../markdown/sigles.ts'
import { remember } from '../remember.ts'
import { listedFiche } from './listing.ts'

/** An acronym that the kit uses: what it stands for, and the fiches that use it, by number. */
export type Sigle = { sigle: string; developpe: string; fiches: FicheListee[] }

/** The acronyms of `sigles.yaml` that stand in a published fiche, in alphabetical order. */
export function sigles(kit: Kit): Sigle[] {
  const find = finderOf(Object.keys(kit.sigles).join('\n'))
  const users = new Map<string, FicheListee[]>()
  for (const fiche of kit.fiches) {
    if (fiche.statut === 'a-paraitre') continue
    for (const sigle of find([fiche.titre, fiche.corps.texte].join('\n'))) {
      users.set(sigle, [...(users.get(sigle) ?? []), listedFiche(fiche)])
    }
  }
  const collator = new Intl.Collator('fr')
  return [...users]
    .map(([sigle, fiches]) => ({ sigle, developpe: kit.sigles[sigle] ?? '', fiches }))
    .sort((a, b) => collator.compare(a.sigle, b.sigle))
}

/** What finds the acronyms that a text holds, each once. @param names one a line */
const finderOf = remember(names => {
  const find = findSigles(names.split('\n'))
  return remember((text): ReadonlySet<string> => new Set(find(text).map(({ sigle }) => sigle)))
})
