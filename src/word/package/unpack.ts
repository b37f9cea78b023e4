import { Inflate } from 'fflate'
import { UnreadableWord } from '../unreadable.ts'
import { crc32 } from './crc.ts'
import { limits, megabytes } from './limits.ts'

/** The parts of a Word file, each unpacked when somebody asks for it. */
export type WordPackage = {
  paths: readonly string[]
  /** @throws UnreadableWord when the part is damaged, or too large */
  read(path: string): Uint8Array | undefined
}

type Entry = { path: string; method: number; crc: number; packed: number; size: number; at: number }

const BROKEN = 'le fichier est abîmé ; l’ouvrir dans Word ou LibreOffice et l’enregistrer de nouveau.'

/** Opens a `.docx`: its list of parts is read, and nothing is unpacked yet. @throws UnreadableWord that says what the file is instead */
export function openPackage(bytes: Uint8Array): WordPackage {
  refuseOthers(bytes)
  const entries = new Map<string, Entry>()
  for (const entry of entriesOf(bytes)) {
    if (entries.has(entry.path)) throw new UnreadableWord(BROKEN)
    entries.set(entry.path, entry)
  }
  if ([...entries.values()].reduce((sum, { size }) => sum + size, 0) > limits.all) throw tooLarge()
  let unpacked = 0
  const word = {
    paths: [...entries.keys()],
    read(path: string) {
      const entry = entries.get(path)
      if (!entry) return undefined
      const part = inflate(bytes, entry)
      unpacked += part.length
      if (unpacked > limits.all) throw tooLarge()
      return part
    },
  }
  if (!entries.has('word/document.xml')) throw new UnreadableWord(kindOf(entries))
  return word
}

function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length > limits.file)
    throw new UnreadableWord(
      `le fichier pèse ${megabytes(bytes.length)}, ${megabytes(limits.file)} au plus ; en retirer ou en réduire les images.`,
    )
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

function kindOf(entries: ReadonlyMap<string, Entry>): string {
  if (entries.has('content.xml'))
    return 'c’est un fichier OpenDocument (.odt) ; l’ouvrir dans LibreOffice ou Word et l’enregistrer au format .docx.'
  return 'ce n’est pas un document de Word ; l’enregistrer au format .docx depuis Word ou LibreOffice.'
}

const tooLarge = () =>
  new UnreadableWord(
    `une fois ouvert, le fichier dépasse ${megabytes(limits.all)} ; en retirer ou en réduire les images.`,
  )

/** The central directory of a zip. @throws UnreadableWord when there is none to be read
 *  @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 */
export function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOfDirectory(view)
    const count = view.getUint16(end + 10, true)
    if (count > limits.parts)
      throw new UnreadableWord(`le fichier contient ${count} éléments, ${limits.parts} au plus.`)
    let at = view.getUint32(end + 16, true)
    return Array.from({ length: count }, () => {
      if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError('no entry')
      const name = view.getUint16(at + 28, true)
      const entry = {
        path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      }
      at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      return entry
    })
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableWord(BROKEN, { cause: error })
    throw error
  }
}

/** Where the record that closes a zip begins: a comment may follow it. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw new RangeError('no directory')
}

/** A part as it was packed. What is unpacked is counted as it comes: what a zip says of its sizes is not believed. */
function inflate(bytes: Uint8Array, { at, method, packed, size, crc }: Entry): Uint8Array {
  if (size > limits.part) throw tooLarge()
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (view.getUint32(at, true) !== 0x04034b50) throw new UnreadableWord(BROKEN)
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const data = bytes.subarray(start, start + packed)
    const part = method === 0 ? data : inflated(data, size)
    if (part.length !== size || crc32(part) !== crc) throw new UnreadableWord(BROKEN)
    return part
  } catch (error) {
    if (error instanceof UnreadableWord) throw error
    throw new UnreadableWord(BROKEN, { cause: error })
  }
}

/** Packed bytes are given in pieces: of a bomb, no more than one piece is unpacked beyond what it said. */
const PIECE = 65_536

function inflated(data: Uint8Array, size: number): Uint8Array {
  const part = new Uint8Array(size)
  let length = 0
  const stream = new Inflate(chunk => {
    if (length + chunk.length > size) throw new UnreadableWord(BROKEN)
    part.set(chunk, length)
    length += chunk.length
  })
  for (let from = 0; from < data.length || from === 0; from += PIECE)
    stream.push(data.subarray(from, from + PIECE), from + PIECE >= data.length)
  return part.subarray(0, length)
}
