/** A title as a name for addresses, ids and files: « L'ESS, pour quoi ? » → `l-ess-pour-quoi`. May be empty.
 *  @param length characters at most: it is cut between words */
export function slugify(title: string, length = Number.POSITIVE_INFINITY): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= length) return slug
  return slug.slice(0, length + 1).replace(/-[^-]*$/, '') || slug.slice(0, length)
}
