import { unzipSync } from 'fflate'

/** A file that is not Word, or must not be opened. The message is one French sentence for the person who imports it, without
 *  the file's name. */
export class UnreadableWord extends Error {
  override readonly name = 'UnreadableWord'
}

/** Limits of a Word file: a manuscript with its pictures is far below. */
const limits = {
  /** Bytes of the file, and of all its parts, unpacked. */
  file: 50_000_000,
  all: 100_000_000,
  /** Bytes of its text, unpacked: a hundred thousand paragraphs take a minute to read. */
  text: 10_000_000,
} as const

/** The parts of a Word file, each unpacked on demand. */
export type WordPackage = {
  paths: readonly string[]
  /** @throws UnreadableWord when the part is damaged */
  read(path: string): Uint8Array | undefined
}

export const DAMAGED = 'le fichier est abîmé ; l’ouvrir dans Word ou LibreOffice et l’enregistrer de nouveau.'

/** Opens a `.docx`: reads its list of parts, and unpacks nothing yet. @throws UnreadableWord naming the real kind of the file */
export function openPackage(bytes: Uint8Array): WordPackage {
  refuseOthers(bytes)
  const sizes: number[] = []
  const paths: string[] = []
  unzip(bytes, ({ name, originalSize }) => {
    paths.push(name)
    sizes.push(originalSize)
    return false
  })
  if (sizes.reduce((sum, size) => sum + size, 0) > limits.all)
    throw new UnreadableWord(
      `une fois ouvert, le fichier dépasse ${megabytes(limits.all)} ; en retirer ou en réduire les images.`,
    )
  if ((sizes[paths.indexOf('word/document.xml')] ?? 0) > limits.text)
    throw new UnreadableWord('son texte est celui d’un livre ; le partager en plusieurs documents.')
  if (!paths.includes('word/document.xml')) throw new UnreadableWord(kindOf(paths))
  return { paths, read: path => unzip(bytes, ({ name }) => name === path)[path] }
}

/** Unpacks some parts. No part takes more room than its zip says. */
function unzip(bytes: Uint8Array, filter: (part: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    throw new UnreadableWord(DAMAGED, { cause: error })
  }
}

/** @throws UnreadableWord for a file of more bytes than a manuscript has */
export function refuseLarge(size: number): void {
  if (size > limits.file)
    throw new UnreadableWord(
      `le fichier pèse ${megabytes(size)}, ${megabytes(limits.file)} au plus ; en retirer ou en réduire les images.`,
    )
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} Mo`

function refuseOthers(bytes: Uint8Array): void {
  refuseLarge(bytes.length)
  const opens = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (opens(0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableWord(
      'c’est un ancien fichier .doc, ou un fichier protégé par un mot de passe ; l’enregistrer au format .docx, sans mot de passe.',
    )
  if (!opens(0x50, 0x4b))
    throw new UnreadableWord(
      'ce n’est pas un fichier .docx ; l’enregistrer à ce format depuis Word ou LibreOffice.',
    )
}

const kindOf = (paths: readonly string[]): string =>
  paths.includes('content.xml')
    ? 'c’est un fichier OpenDocument (.odt) ; l’ouvrir dans LibreOffice ou Word et l’enregistrer au format .docx.'
    : 'ce n’est pas un document de Word ; l’enregistrer au format .docx depuis Word ou LibreOffice.'
