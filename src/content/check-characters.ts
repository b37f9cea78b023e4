import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { codeOf, undrawnCharacters } from './drawn-characters.ts'
import { misreadIn } from './misread-text.ts'

type Trap = { code: 'caractere-interdit' | 'caractere-invisible' | 'accent-separe'; pattern: RegExp }

/** Characters that come in by pasting and that no one sees on the screen. */
const traps: readonly Trap[] = [
  // XML 1.0 §2.2 forbids controls (an e-book that holds one does not open); U+FFFD is what a lost letter leaves.
  // What turns the direction of writing (U+202A-202E, U+2066-2069) shuffles the letters of a PDF; U+2028 and U+2029 break
  // lines that no one broke.
  {
    code: 'caractere-interdit',
    pattern: /(?!\t)[\p{Cc}\ufffd\ufffe\uffff\u2028\u2029\u202a-\u202e\u2066-\u2069]/u,
  },
  // Soft hyphen, zero-width space, word joiner, byte order mark: they break search and copy. Emoji need U+200D.
  { code: 'caractere-invisible', pattern: /[\u00ad\u200b\u2060\ufeff]/ },
  { code: 'accent-separe', pattern: /[A-Za-z][\u0300-\u036f]+/ },
]

/** What French and its neighbours are written with, and nobody needs to be told of. */
const usual = /^[\t\n -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”…‹›€\u202f]*$/

/** A text that is full of them was never text. */
const most = 200

/** Tells of characters that an author did not mean to write, once a line and kind. */
export function checkCharacters(text: string, file: string): Diagnostic[] {
  if (usual.test(text) && misreadIn(text) === null) return []
  const lines = text.split('\n')
  const problems = lines.flatMap((line, index) => {
    const place = (offset: number) => ({ file, line: index + 1, column: offset + 1 })
    const misread = misreadIn(line)
    if (misread !== null) return [diagnose('texte-mal-decode', place(misread.offset), misread)]
    if (usual.test(line)) return []
    const trapped = traps.flatMap(({ code, pattern }) => {
      const match = pattern.exec(line)
      if (match === null) return []
      const values = { caractere: codeOf(match[0]), propose: match[0].normalize('NFC') }
      return [diagnose(code, place(match.index), values)]
    })
    // A comment of a settings file is printed nowhere.
    const printed = !(file.endsWith('.yaml') && line.trimStart().startsWith('#'))
    const [undrawn] = printed ? undrawnCharacters(line) : []
    if (undrawn === undefined) return trapped
    const values = { caractere: undrawn.character, code: codeOf(undrawn.character) }
    return [...trapped, diagnose('caractere-sans-dessin', place(undrawn.offset), values)]
  })
  return problems.slice(0, most)
}
