const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** A size in bytes as French readers write it: `410 ko`, `1,2 Mo` (no-break space inside). */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${number.format(Math.max(1, Math.round(bytes / 1000)))}\u00a0ko`
    : `${number.format(bytes / 1_000_000)}\u00a0Mo`
}

const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const monthFormat = new Intl.DateTimeFormat('fr-FR', month)
const dayFormat = new Intl.DateTimeFormat('fr-FR', { ...month, day: 'numeric' })

/** `2025-11` → `novembre 2025`, `2025-11-04` → `4 novembre 2025`, `2025-11-01` → `1er novembre 2025`; text that is not a date, such
 *  as the half-typed `20-11`, stays as it is. */
export function formatDate(date: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(date)
  const time = day || /^\d{4}-\d\d$/.test(date) ? Date.parse(day ? date : `${date}-01`) : Number.NaN
  if (Number.isNaN(time)) return date
  // Only the first day of a month is an ordinal; Intl writes « 1 ».
  return (day ? dayFormat : monthFormat).format(time).replace(/^1 /, '1er ')
}

/** `2026-04` → `d’avril 2026`, `2026-05` → `de mai 2026`. */
export function ofMonth(month: string): string {
  const words = formatDate(month)
  return /^[ao]/.test(words) ? `d’${words}` : `de ${words}`
}

/** « 12,3 s », « 2 min 5 s ». */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  return seconds < 60
    ? `${number.format(seconds)}\u00a0s`
    : `${Math.floor(whole / 60)}\u00a0min\u00a0${whole % 60}\u00a0s`
}

/** « erreur », « erreurs »: the word for so many. French has its singular for none. */
export const wordFor = (count: number, one: string, many = `${one}s`): string => (count > 1 ? many : one)

/** « 1 erreur », « 12 caractères »: a count and what it counts. */
export const plural = (count: number, one: string, many?: string): string =>
  `${count} ${wordFor(count, one, many)}`

/** « relue par le RTES » → « Relue par le RTES »: the rest stays as it is written. */
export const withCapital = (text: string): string => text.replace(/^\p{Ll}/u, letter => letter.toUpperCase())

/** « Fiches ESS » → « fiches ESS », as within a sentence; « ESS locale », which begins with an acronym, stays. */
export const withoutCapital = (text: string): string =>
  text.replace(/^\p{Lu}(?!\p{Lu})/u, letter => letter.toLowerCase())

/** « introductive, levier ou thematique »: the choices of a list, as French writes them. */
export function enumerate(words: readonly (string | number)[], conjunction: 'ou' | 'et' = 'ou'): string {
  const type = conjunction === 'ou' ? 'disjunction' : 'conjunction'
  return new Intl.ListFormat('fr-FR', { type }).format(words.map(String))
}
