import { createHash } from 'node:crypto'
import type { Kit } from '../../../src/kit.ts'
import type { Changes } from './compare-records.ts'
import type { TextRecord } from './text-record.ts'

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
  const { titre, edition } = kit
  const familyOf = (id: string) => kit.familles.find(famille => famille.id === id)?.singulier ?? id
  const fiches = kit.fiches.map((fiche): TextRecord => {
    const common = {
      slug: fiche.slug,
      numero: fiche.numero,
      titre: fiche.titre,
      famille: familyOf(fiche.famille),
      statut: fiche.statut,
    }
    return fiche.statut === 'a-paraitre'
      ? { ...common, anciens_slugs: [], sections: [] }
      : { ...common, anciens_slugs: fiche.anciens_slugs, sections: sectionsOf(fiche.corps.source) }
  })
  const pages = kit.pages.map(
    (page): TextRecord => ({
      slug: page.slug,
      anciens_slugs: [],
      numero: null,
      titre: page.titre,
      famille: null,
      statut: 'publiee',
      sections: sectionsOf(page.corps.source),
    }),
  )
  return {
    edition: {
      titre,
      numero: edition.numero,
      mois: edition.mois,
      statut: edition.statut,
      date: date.toISOString(),
    },
    textes: [...fiches, ...pages],
  }
}

function sectionsOf(source: string): TextRecord['sections'] {
  return source
    .split(/^(?=##\s)/m)
    .map(text => {
      const heading = /^##\s+(.*)$/m.exec(text.split('\n')[0] ?? '')?.[1] ?? null
      return { titre: heading?.replace(/\s*\{[^{}]*\}\s*$/, '') ?? null, empreinte: fingerprint(text) }
    })
    .filter(({ titre, empreinte }) => titre !== null || empreinte !== fingerprint(''))
}

/** Lines may be broken anew without the text having changed. */
const fingerprint = (text: string) =>
  createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16)
