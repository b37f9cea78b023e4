import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import { bulletAhead } from '../markdown/bullets.ts'
import { codeOf, trapsIn } from '../markdown/traps.ts'
import { hyphens, undrawnCharacters } from './drawn-characters.ts'
import { misreadIn } from './misread-text.ts'

/** Letters with an accent of its own, and letters that a PDF ties together. */
const apart = /[A-Za-z][\u0300-\u036f]+/
const tied = /[\ufb00-\ufb06]/g

/** Characters of French and its neighbours, which need no report. */
const usual = /^[\t\n -~\u00a0-\u00a3\u00a5-\u00ac\u00ae-\u00ffŒœŸ–—‘’“”…‹›€\u202f]*$/

/** A text that is full of them was never text. */
const most = 200

/** Reports characters that an author did not mean to write: every invisible one, a visible one once a line. */
export function checkCharacters(text: string, file: string): Diagnostic[] {
  if (usual.test(text) && misreadIn(text) === null) return []
  const diagnostics: Diagnostic[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (diagnostics.length >= most) break
    diagnostics.push(...checkLine(line, offset => ({ file, line: index + 1, column: offset + 1 })))
  }
  return diagnostics.slice(0, most)
}

function checkLine(line: string, place: (offset: number) => Place): Diagnostic[] {
  const misread = misreadIn(line)
  if (misread !== null) return [diagnose('texte-mal-decode', place(misread.offset), misread)]
  if (usual.test(line)) return []
  const trapped = trapsIn(line).map(({ code, caractere, offset }) =>
    diagnose(code, place(offset), { caractere }),
  )
  const accent = apart.exec(line)
  if (accent)
    trapped.push(diagnose('accent-separe', place(accent.index), { propose: accent[0].normalize('NFC') }))
  for (const { 0: trouve, index } of line.matchAll(tied))
    trapped.push(diagnose('lettres-liees', place(index), { trouve, propose: trouve.normalize('NFKC') }))
  const { file } = place(0)
  // A comment of a settings file is printed nowhere; a bullet is reported with its list, and typography sets all hyphens as one.
  const printed = file.endsWith('.yaml') && line.trimStart().startsWith('#') ? '' : line
  const seen = printed.replace(tied, ' ').replace(hyphens, '-')
  const [undrawn] = undrawnCharacters(file.endsWith('.md') ? seen.replace(bulletAhead, ' ') : seen)
  if (undrawn) {
    const values = { caractere: undrawn.character, code: codeOf(undrawn.character) }
    trapped.push(diagnose('caractere-sans-dessin', place(undrawn.offset), values))
  }
  return trapped
}
