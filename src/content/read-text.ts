import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { checkCharacters } from './check-characters.ts'
import { decodeText } from './decode-text.ts'

/** The text of a file, and what is wrong with its bytes and its characters; null when it is none. */
export function readText(
  bytes: Uint8Array,
  file: string,
): { text: string | null; diagnostics: Diagnostic[] } {
  const { text, diagnostics } = decodeText(bytes, file)
  return { text, diagnostics: text === null ? diagnostics : checkCharacters(text, file) }
}
