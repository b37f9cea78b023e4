import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'

type Trap = { code: 'caractere-interdit' | 'caractere-invisible' | 'accent-separe'; pattern: RegExp }

/** Characters that come in by pasting and that no one sees on the screen. */
const traps: readonly Trap[] = [
  // XML 1.0 §2.2 forbids controls (an e-book that holds one does not open); U+FFFD is what a lost letter leaves.
  { code: 'caractere-interdit', pattern: /(?!\t)[\p{Cc}\ufffd\ufffe\uffff]/u },
  // Soft hyphen, zero-width space, word joiner, byte order mark: they break search and copy. Emoji need U+200D.
  { code: 'caractere-invisible', pattern: /[\u00ad\u200b\u2060\ufeff]/ },
  { code: 'accent-separe', pattern: /[A-Za-z][\u0300-\u036f]+/ },
]

/** A text that is full of them was never text. */
const most = 200

/** Tells of characters that an author did not mean to write, once a line and kind. */
export function checkCharacters(text: string, file: string): Diagnostic[] {
  const lines = text.split('\n')
  const told = lines.flatMap((line, index) =>
    traps.flatMap(({ code, pattern }) => {
      const match = pattern.exec(line)
      if (match === null) return []
      const place = { file, line: index + 1, column: match.index + 1 }
      return [diagnose(code, place, { caractere: named(match[0]), propose: match[0].normalize('NFC') })]
    }),
  )
  return told.slice(0, most)
}

const named = (found: string) =>
  `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
