import { diagnose, type Problem, topOf } from '../problems/index.ts'

/** Decodes a file: UTF-8, without byte order mark. CRLF and CR are read as LF, which moves no line and no column. Other
 *  bytes give no text, and the place of the first bad byte. */
export function decodeText(bytes: Uint8Array, file: string): { text: string | null; problems: Problem[] } {
  const foreign = foreignFormat(bytes)
  if (foreign) return { text: null, problems: [diagnose('fichier-etranger', topOf(file), foreign)] }
  const text = decoder.decode(bytes)
  const bad = firstBadByte(bytes, text)
  if (bad === null) return { text: withoutSigns(text), problems: [] }
  const before = withoutSigns(text.slice(0, bad.index))
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  const octet = bad.byte.toString(16).toUpperCase().padStart(2, '0')
  return { text: null, problems: [diagnose('utf8-invalide', { file, line, column }, { octet })] }
}

/** A file of another program that was given the name of a text. */
function foreignFormat(bytes: Uint8Array): { format: string; remedy: string } | null {
  const head = String.fromCharCode(...bytes.subarray(0, 64)).trimStart()
  const word = 'Lui rendre son nom, puis le prendre par « kit import » ou par l’atelier'
  if (head.startsWith('PK\x03\x04')) return { format: 'un document Word ou une archive', remedy: word }
  if (head.startsWith('\xd0\xcf\x11\xe0') || head.startsWith('{\\rtf'))
    return {
      format: 'un document d’un ancien traitement de texte',
      remedy: 'L’ouvrir dans Word, l’enregistrer en .docx, puis « kit import »',
    }
  if (head.startsWith('%PDF-'))
    return { format: 'un PDF', remedy: 'Reprendre le texte d’où il vient, en .docx, puis « kit import »' }
  if (/^<(?:!doctype html|html)/i.test(head))
    return {
      format: 'une page de site',
      remedy: 'En copier le texte dans l’atelier, ou dans Word puis « kit import »',
    }
  return null
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const withoutSigns = (text: string) => text.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n')

/** Finds the first byte outside UTF-8: the decoder writes U+FFFD for it, which a file may hold itself (EF BF BD).
 *  @returns its place in the text; null: there is none */
function firstBadByte(bytes: Uint8Array, text: string): { index: number; byte: number } | null {
  let [from, offset] = [0, 0]
  for (const { index } of text.matchAll(/\ufffd/g)) {
    offset += new TextEncoder().encode(text.slice(from, index)).length
    const [byte = 0, second, third] = bytes.subarray(offset, offset + 3)
    if (byte !== 0xef || second !== 0xbf || third !== 0xbd) return { index, byte }
    offset += 3
    from = index + 1
  }
  return null
}

type SheetParts = {
  /** The YAML between the two `---`, which begins on line 2. */
  yaml: string
  body: string
  /** Line of the file where `body` begins, from 1. */
  bodyLine: number
}

/** Parts a page into front matter and body, at the two lines `---`. */
export function splitFrontMatter(
  text: string,
  file: string,
): { parts: SheetParts | null; problems: Problem[] } {
  const fail = (code: 'fichier-vide' | 'entete-absent' | 'entete-ouvert', values = {}) => ({
    parts: null,
    problems: [diagnose(code, topOf(file), values)],
  })
  if (text.trim() === '') return fail('fichier-vide')
  const opening = /^---[ \t]*(?=\n|$)/.exec(text)
  if (opening === null)
    return fail('entete-absent', {
      remedy: /^\s*\n?[ \t]*---[ \t]*\n/.test(text)
        ? 'Supprimer ce qui est avant sa ligne « --- », espaces et lignes vides : elle commence le fichier'
        : 'Commencer le fichier par une ligne « --- », puis numero, slug, titre…, puis une autre ligne « --- »',
    })

  const start = opening[0].length
  const fence = /\n---[ \t]*(?=\n|$)/g
  fence.lastIndex = start
  const closing = fence.exec(text)
  if (closing === null) return fail('entete-ouvert')
  return {
    parts: {
      yaml: text.slice(start + 1, closing.index),
      body: text.slice(fence.lastIndex + 1),
      bodyLine: text.slice(0, fence.lastIndex).split('\n').length + 1,
    },
    problems: [],
  }
}
