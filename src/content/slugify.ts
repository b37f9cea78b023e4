/** A title as a name for addresses and files: « L'ESS, pour quoi ? » → `l-ess-pour-quoi`. May be empty. */
export function slugify(title: string): string {
  return title
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
