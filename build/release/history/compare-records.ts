import { comparePassages, type PassageChange } from './compare-passages.ts'
import { comparable, type TextRecord } from './text-record.ts'

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
  | { kind: 'titre' | 'resume'; former: string | null }
  | { kind: 'numero'; former: number | null }
  | { kind: 'famille'; former: string | null }
  | { kind: 'statut' }
  | PassageChange

/** Compares what two editions said, text by text and passage by passage. */
export function compareRecords(
  former: readonly TextRecord[] | null,
  current: readonly TextRecord[],
): Changes {
  const published = current.filter(isPublished)
  if (!former) return { compared: false, added: published.map(nameOf), changed: [], removed: [] }

  const [before, now] = comparable(former.filter(isPublished), published)
  const formerOf = (text: TextRecord) =>
    before.find(({ slug }) => slug === text.slug) ??
    before.find(({ slug }) => text.anciens_slugs.includes(slug))
  const pairs = now.map(text => ({ text, old: formerOf(text) }))
  const matched = new Set(pairs.map(({ old }) => old))
  const passages = comparePassages(before, pairs)
  return {
    compared: true,
    added: pairs.filter(({ old }) => !old).map(({ text }) => nameOf(text)),
    changed: pairs.flatMap(({ text, old }) => {
      const details = old ? [...headDetails(old, text), ...(passages.get(text) ?? [])] : []
      return details.length > 0 ? [{ ...nameOf(text), details }] : []
    }),
    removed: before.filter(text => !matched.has(text)).map(nameOf),
  }
}

const isPublished = ({ statut }: TextRecord) => statut !== 'a-paraitre'
const nameOf = ({ slug, numero, titre, famille }: TextRecord): TextName => ({ slug, numero, titre, famille })

function* headDetails(old: TextRecord, text: TextRecord): Generator<Detail> {
  if (old.titre !== text.titre) yield { kind: 'titre', former: old.titre }
  if (old.numero !== text.numero) yield { kind: 'numero', former: old.numero }
  if (old.famille !== text.famille) yield { kind: 'famille', former: old.famille }
  if (old.resume !== text.resume) yield { kind: 'resume', former: old.resume }
  if (old.statut === 'relecture' && text.statut === 'publiee') yield { kind: 'statut' }
}
