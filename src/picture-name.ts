/** What every edition writes as it stands in HTML, in addresses and in the package of an e-book: letters, accented or not,
 *  figures, `.`, `_`, `-`. Not a space, which no address may hold, nor an accent apart from its letter, which makes two names that
 *  look the same. */
const sound = /^[\p{Script=Latin}\d._/-]+$/u
const unsound = /[^\p{Script=Latin}\d._/-]+/gu

export const isSoundName = (path: string): boolean => sound.test(path)

/** The path of a picture under a name like its own that every edition takes, and that no file of `taken` has: nor one in other
 *  capitals, which some disks take for the same. */
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

/** Whether an alternative text is the name of a file, its own (`marche-2024`) or another, or « image » alone, and says nothing of the
 *  picture. */
export function namesFile(alt: string, name: string): boolean {
  if (/^\S+\.(?:svg|png|jpe?g|gif|webp|tiff?|heic)$/i.test(alt)) return true
  if (/^(?:une? )?(?:image|photo(?:graphie)?|illustration|dessin|schéma|logo)[ .\d]{0,5}$/i.test(alt))
    return true
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
  return alt === stem && /[\d_-]/.test(stem)
}
