/** A kit, or what is remembered of one. */
type WithState = { edition: { statut: string | null } }

// A border of words by letters: \b takes « É » for none.
const working = /(?<!\p{L})(?:travail|brouillon|provisoire|projet|[ée]preuve)/iu

/** Whether what an edition says of its state means that it is not to be published. */
export const isWorkingVersion = ({ edition }: WithState): boolean =>
  edition.statut !== null && working.test(edition.statut)

/** The kit as a draft of it is made: every cover and every page say that it is one. */
export function asDraft<T extends WithState>(kit: T): T {
  if (isWorkingVersion(kit)) return kit
  const statut = ['version de travail', kit.edition.statut].filter(Boolean).join(', ')
  return { ...kit, edition: { ...kit.edition, statut } }
}
