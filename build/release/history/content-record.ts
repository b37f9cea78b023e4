import type { Kit } from '../../../src/kit.ts'
import type { Changes } from './compare-records.ts'
import { passagesOf, type TextRecord } from './text-record.ts'

/** What a release said, small enough to keep: `contenu.json`. The next release is compared with it. */
export type ContentRecord = {
  edition: EditionName
  /** Published fiches and pages, in reading order; announced fiches by their title alone. */
  textes: TextRecord[]
  /** The texts of the edition before this one; null: there was none. */
  avant: TextRecord[] | null
  /** What each edition brought, the latest first. */
  historique: { edition: EditionName; changements: Changes }[]
}

export type EditionName = {
  titre: string
  numero: number | null
  mois: string
  statut: string | null
  date: string
}

/** The record of a kit, without its history. */
export function recordOf(kit: Kit, date: Date): Omit<ContentRecord, 'historique' | 'avant'> {
  const { titre } = kit
  const { numero, mois, statut } = kit.edition
  const familyOf = (id: string) => kit.familles.find(famille => famille.id === id)?.singulier ?? id
  const fiches = kit.fiches.map((fiche): TextRecord => {
    const { slug, numero, titre, statut } = fiche
    const common = { slug, numero, titre, famille: familyOf(fiche.famille), statut }
    return fiche.statut === 'a-paraitre'
      ? { ...common, resume: null, anciens_slugs: [], passages: [] }
      : {
          ...common,
          resume: fiche.resume,
          anciens_slugs: fiche.anciens_slugs,
          passages: passagesOf(fiche.corps),
        }
  })
  const pages = kit.pages.map(
    (page): TextRecord => ({
      slug: page.slug,
      anciens_slugs: [],
      numero: null,
      titre: page.titre,
      resume: null,
      famille: null,
      statut: 'publiee',
      passages: passagesOf(page.corps),
    }),
  )
  return {
    edition: { titre, numero, mois, statut, date: date.toISOString() },
    textes: [...fiches, ...pages],
  }
}
