import { diagnose, type Place, type Problem } from '../problems/index.ts'
import { bulletAhead, codeOf, hyphens, trapsIn } from '../text/index.ts'
import drawn from './drawn.json' with { type: 'json' }

/** Letters with an accent of its own, and letters that a PDF ties together. */
const apart = /[A-Za-z][\u0300-\u036f]+/
const tied = /[\ufb00-\ufb06]/g

/** The bytes of UTF-8 read as those of Windows-1252: « lâ€™avenir », « trÃ¨s ». A line without these signs has none. */
const suspect = /[ÂÃÅ]|â€/
const western = `€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ${Array.from({ length: 96 }, (_, at) => String.fromCharCode(at + 160)).join('')}`
const garbled = (() => {
  const pair = `(?:[ÂÃÅ][${western.slice(0, 64)}]|Ã |â€[${western.slice(0, 64)}])`
  const word = String.raw`(?:${pair}|[\p{L}\p{N}]){0,40}`
  return new RegExp(word + pair + word, 'gu')
})()

/** The text as it was before; null: it was never another. */
function repaired(text: string): string | null {
  const bytes = Array.from(text, sign =>
    western.includes(sign) ? 128 + western.indexOf(sign) : sign === ' ' ? 160 : sign.charCodeAt(0),
  )
  try {
    const before = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
    return suspect.test(before) ? (repaired(before) ?? before) : before
  } catch {
    return null
  }
}

/** Characters of French and its neighbours, which need no report. */
const usual = /^[\t\n -~\u00a0-\u00a3\u00a5-\u00ac\u00ae-\u00ffŒœŸ–—‘’“”…‹›€\u202f]*$/

/** A text that is full of them was never text. */
const most = 200

/** Reports unwanted characters: every invisible one, and each visible one once a line. */
export function checkCharacters(text: string, file: string): Problem[] {
  if (usual.test(text) && !suspect.test(text)) return []
  const problems: Problem[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (problems.length >= most) break
    problems.push(...checkLine(line, offset => ({ file, line: index + 1, column: offset + 1 })))
  }
  return problems.slice(0, most)
}

function checkLine(line: string, place: (offset: number) => Place): Problem[] {
  if (usual.test(line) && !suspect.test(line)) return []
  const trapped = trapsIn(line).map(({ code, caractere, offset }) =>
    diagnose(code, place(offset), { caractere }),
  )
  const accent = apart.exec(line)
  if (accent)
    trapped.push(diagnose('accent-separe', place(accent.index), { proposal: accent[0].normalize('NFC') }))
  for (const { 0: quote, index } of line.matchAll(tied))
    trapped.push(diagnose('lettres-liees', place(index), { quote, proposal: quote.normalize('NFKC') }))
  for (const { 0: quote, index } of line.matchAll(garbled)) {
    const proposal = repaired(quote)
    if (proposal !== null) trapped.push(diagnose('lettres-brouillees', place(index), { quote, proposal }))
  }
  const { file } = place(0)
  // A comment of a settings file is printed nowhere; a bullet is reported with its list, and typography sets all hyphens as one.
  const printed = file.endsWith('.yaml') && line.trimStart().startsWith('#') ? '' : line
  const seen = printed.replace(tied, ' ').replace(hyphens, '-')
  const text = file.endsWith('.md') ? seen.replace(bulletAhead, ' ') : seen
  const undrawn = undrawnIn(text)
  if (undrawn) trapped.push(diagnose('caractere-sans-dessin', place(undrawn.offset), undrawn.values))
  return trapped
}

/** Says what no font draws of a line, all at once; null where everything is drawn. */
function undrawnIn(text: string): { offset: number; values: Record<string, string> } | null {
  const undrawn = undrawnCharacters(text)
  const [first] = undrawn
  if (!first) return null
  const each = [...new Set(undrawn.map(({ character }) => character))].slice(0, 8)
  const values = { caractere: each.join(' », « '), code: each.map(codeOf).join(', ') }
  return { offset: first.offset, values }
}

/** The characters of ranges in hexadecimal: `20-7e,a0` or, as a style sheet writes them, `U+0020-007E, U+00A0`. */
export function charactersIn(list: string): { has(point: number): boolean } {
  const ranges = list.split(',').map(range => {
    const [first = '', last = first] = range.trim().replace('U+', '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })
  return { has: point => ranges.some(([first, last]) => point >= first && point <= last) }
}

// Characters in the fonts of the printed edition (`scripts/generated-tables.ts`). Others would be drawn by a fallback font
// of the machine, or not at all.
const held = charactersIn(drawn)
/** Marks that only lean on the character before them, controls and separators: other checks judge these. */
const silent = /[\p{Mn}\p{Mc}\p{Cc}\p{Cf}\p{Z}\ufffd-\uffff]/u
/** The characters of `text` that a font of the printed edition does not draw (emoji, other scripts, some signs), in order,
 *  each with its place. */
export function undrawnCharacters(text: string): { character: string; offset: number }[] {
  const others = [...text.matchAll(/[^\0-~]/gu)].filter(([character]) => !isDrawn(character))
  return others.map(({ 0: character, index: offset }) => ({ character, offset }))
}

/** The text as print shows it: each character that no font draws as its code, « [U+1F600] », but hyphens. */
export function spellUndrawn(written: string): string {
  const text = written.replace(hyphens, '-')
  let spelled = ''
  let from = 0
  for (const { character, offset } of undrawnCharacters(text)) {
    spelled += `${text.slice(from, offset)}[${codeOf(character)}]`
    from = offset + character.length
  }
  return spelled + text.slice(from)
}

function isDrawn(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  return silent.test(character) || held.has(point)
}
