import { diagnose, type Problem } from '../problems/index.ts'

/** Decodes a file: UTF-8, without byte order mark. CRLF and CR are read as LF, which moves no line and no column. Other
 *  bytes give no text, and the place of the first bad byte. */
export function decodeText(bytes: Uint8Array, file: string): { text: string | null; problems: Problem[] } {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const body = bytes.subarray(start)
  if (isUtf8(body)) return { text: decode(body), problems: [] }
  const bad = firstBadByte(body)
  const before = decode(body.subarray(0, bad))
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  const octet = (body[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return { text: null, problems: [diagnose('utf8-invalide', { file, line, column }, { octet })] }
}

const decoder = new TextDecoder('utf-8')

function decode(bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Finds the first byte outside UTF-8, in bytes that have one. The decoder does not give its place, so this looks for the
 *  longest prefix that it accepts as the beginning of a stream. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (mayGoOn(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  // A sequence cut short counts from its first byte, not from the byte that should have continued it.
  let first = good
  while (first > 0 && !isUtf8(bytes.subarray(0, first))) first -= 1
  return first
}

const isUtf8 = (bytes: Uint8Array) => accepts(bytes, { stream: false })
const mayGoOn = (bytes: Uint8Array) => accepts(bytes, { stream: true })

function accepts(bytes: Uint8Array, options: { stream: boolean }): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, options)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

type Parts = {
  /** The YAML between the two `---`, which begins on line 2. */
  yaml: string
  body: string
  /** Line of the file where `body` begins, from 1. */
  bodyLine: number
}

/** Parts a page into front matter and body, at the two lines `---`. */
export function splitFrontMatter(text: string, file: string): { parts: Parts | null; problems: Problem[] } {
  const fail = (code: 'fichier-vide' | 'entete-absent' | 'entete-ouvert', values = {}) => ({
    parts: null,
    problems: [diagnose(code, { file, line: 1, column: 1 }, values)],
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
