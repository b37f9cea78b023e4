import { codeOf } from '../markdown/traps.ts'
import { hyphens } from '../markdown/typography/rule.ts'
import drawn from './drawn.json' with { type: 'json' }

/** The characters of ranges in hexadecimal: `20-7e,a0` or, as a style sheet writes them, `U+0020-007E, U+00A0`. */
export function charactersIn(list: string): { has(point: number): boolean } {
  const ranges = list.split(',').map(range => {
    const [first = '', last = first] = range.trim().replace('U+', '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })
  return { has: point => ranges.some(([first, last]) => point >= first && point <= last) }
}

// What the fonts of the printed edition hold (`scripts/generated-tables.ts`). A fallback font of whichever machine would draw
// the rest, or nothing.
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
