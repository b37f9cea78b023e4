/** Without accents, ligatures and case. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')

/** A name, or what is typed for it, as names are compared: folded, with one space for all signs between words (« Saint-Étienne » →
 *  `saint etienne`). Keyboards have no « ’ », and few readers type the dashes of « Ille-et-Vilaine ». */
export const plainName = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** A title as a name for addresses, ids and files: « L'ESS, pour quoi ? » → `l-ess-pour-quoi`. May be empty.
 *  @param length characters at most: it is cut between words */
export function slugify(title: string, length = Number.POSITIVE_INFINITY): string {
  const slug = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (slug.length <= length) return slug
  const end = slug.lastIndexOf('-', length)
  return slug.slice(0, end > 0 ? end : length)
}

/** Characters that every edition writes unchanged in HTML, in addresses and in the package of an e-book: letters, accented
 *  or not, figures, `.`, `_`, `-`. No address may hold a space. An accent apart from its letter makes two names look the
 *  same. */
const sound = /^[\p{Script=Latin}\d._/-]+$/u
const unsound = /[^\p{Script=Latin}\d._/-]+/gu

export const isSoundName = (path: string): boolean => sound.test(path)

/** Says why Windows holds no file of this name; null: it does. `CON.md`, `à voir ?.md` */
export function refusalByWindows(name: string): string | null {
  const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i.exec(name)?.[0]
  if (device !== undefined) return `sous Windows, « ${device} » désigne un appareil`
  if (/[. ]$/.test(name)) return 'sous Windows, un nom ne finit ni par un point ni par une espace'
  const sign = /[\\/:*?"<>|\p{Cc}]/u.exec(name)?.[0]
  return sign === undefined ? null : `sous Windows, aucun nom n’a le signe « ${sign} »`
}

/** Changes the path of a picture into a similar one that every edition takes and that is not in `taken`. Capitals do not
 *  count: some disks ignore them. */
export function soundName(path: string, taken: Iterable<string>): string {
  const others = new Set(Array.from(taken, file => file.toLowerCase()))
  const name = path.split('/').map(soundPart).join('/')
  const dot = name.lastIndexOf('.')
  let propose = name
  for (let number = 2; others.has(propose.toLowerCase()); number++)
    propose = `${name.slice(0, dot)}-${number}${name.slice(dot)}`
  return propose
}

function soundPart(part: string): string {
  const written = part
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(unsound, '-')
    .replace(/-*\.-*/g, '.')
    .replace(/^-+|-+$/g, '')
  // Files whose names begin so are not the kit's (`listKit`).
  return /^[^._]/.test(written) ? written : `image${written}`
}
