import type { TextRecord } from './text-record.ts'

/** What an edition brings over the one before it. Texts are named as the new edition names them, the removed ones excepted. */
export type Changes = {
  /** false: there is no edition to compare with. */
  compared: boolean
  added: TextName[]
  changed: (TextName & { details: Detail[] })[]
  removed: TextName[]
}

export type TextName = { slug: string; numero: number | null; titre: string; famille: string | null }

export type Detail =
  | { kind: 'section-ajoutee' | 'section-modifiee' | 'section-retiree'; section: string | null }
  | { kind: 'titre'; former: string }
  | { kind: 'numero'; former: number | null }
  | { kind: 'famille'; former: string | null }

/** Compares what two editions said, text by text and section by section. */
export function compareRecords(
  former: readonly TextRecord[] | null,
  current: readonly TextRecord[],
): Changes {
  const published = current.filter(isPublished)
  if (!former) return { compared: false, added: published.map(nameOf), changed: [], removed: [] }

  const before = former.filter(isPublished)
  const formerOf = (text: TextRecord) =>
    before.find(({ slug }) => slug === text.slug) ??
    before.find(({ slug }) => text.anciens_slugs.includes(slug))
  const kept = published.map(text => ({ text, old: formerOf(text) }))
  const found = new Set(kept.map(({ old }) => old))
  return {
    compared: true,
    added: kept.filter(({ old }) => !old).map(({ text }) => nameOf(text)),
    changed: kept.flatMap(({ text, old }) => {
      const details = old ? detailsOf(old, text) : []
      return details.length > 0 ? [{ ...nameOf(text), details }] : []
    }),
    removed: before.filter(text => !found.has(text)).map(nameOf),
  }
}

const isPublished = ({ statut }: TextRecord) => statut !== 'a-paraitre'
const nameOf = ({ slug, numero, titre, famille }: TextRecord): TextName => ({ slug, numero, titre, famille })

function detailsOf(old: TextRecord, text: TextRecord): Detail[] {
  const same = (a: { titre: string | null }, b: { titre: string | null }) => a.titre === b.titre
  const wordOf = (empreinte: string) => old.sections.some(section => section.empreinte === empreinte)
  return [
    ...(old.titre === text.titre ? [] : [{ kind: 'titre' as const, former: old.titre }]),
    ...(old.numero === text.numero ? [] : [{ kind: 'numero' as const, former: old.numero }]),
    ...(old.famille === text.famille ? [] : [{ kind: 'famille' as const, former: old.famille }]),
    ...text.sections.flatMap((section): Detail[] => {
      if (wordOf(section.empreinte)) return []
      const kind = old.sections.some(one => same(one, section)) ? 'section-modifiee' : 'section-ajoutee'
      return [{ kind, section: section.titre }]
    }),
    ...old.sections
      .filter(section => !text.sections.some(one => same(one, section)))
      .map(({ titre }): Detail => ({ kind: 'section-retiree', section: titre })),
  ]
}
