import { EditorState, type Extension, type Text } from '@codemirror/state'

/** A file in the editor: its text, and what ends its lines there. */
export type Opened = { text: string; lineSeparator: '\n' | '\r\n' }

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/** The text of a file, so that what nobody edits comes back byte for byte: the byte order mark is its first character; where
 *  every line ends by CRLF that is its line end, else LF is, and any CR stays a character of its line.
 *  @returns null for bytes that are not UTF-8: they may be looked at, not edited */
export function openText(bytes: Uint8Array): Opened | null {
  try {
    const text = decoder.decode(bytes)
    const ends = text.match(/\r\n|\r|\n/g) ?? []
    return { text, lineSeparator: ends.length > 0 && ends.every(end => end === '\r\n') ? '\r\n' : '\n' }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** @param extensions beside the line separator, which a file has from when it was opened */
export const stateOf = ({ text, lineSeparator }: Opened, extensions: Extension = []): EditorState =>
  EditorState.create({
    doc: text,
    extensions: [EditorState.lineSeparator.of(lineSeparator), extensions],
  })

/** The bytes of what stands in the editor. A lone surrogate, which no file may hold, becomes U+FFFD. */
export const bytesOf = (state: EditorState): Uint8Array => encoder.encode(state.sliceDoc())

/** The offset in the editor of a place as the checker counts: lines end by CRLF, CR or LF, the byte order mark is no column.
 *  A place behind the end is the end. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const text = doc.toString()
  let [at, count] = [text.startsWith('\ufeff') ? 1 : 0, 1]
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    if (count === line) return Math.min(at + column - 1, index)
    at = index + end.length
    count += 1
  }
  return Math.min(count === line ? at + column - 1 : text.length, text.length)
}

/** The checker's line of an offset in the editor. */
export const lineAt = (doc: Text, offset: number): number =>
  (doc.sliceString(0, offset).match(/\r\n|\r|\n/g)?.length ?? 0) + 1
