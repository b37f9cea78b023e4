import { codeOf } from '../markdown/traps.ts'
import drawn from './drawn.json' with { type: 'json' }

// What the fonts of the printed edition hold (`scripts/list-drawn-characters.ts`). A fallback font of whichever machine would draw
// the rest, or nothing.
const ranges = drawn.split(',').map((range): [first: number, last: number] => {
  const [first = '', last = first] = range.split('-')
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
})
/** Marks that only lean on the character before them, controls and separators: other checks judge these. */
const silent = /[\p{Mn}\p{Mc}\p{Cc}\p{Cf}\p{Z}\ufffd-\uffff]/u
/** The characters of `text` that a font of the printed edition does not draw (emoji, other scripts, some signs), in order,
 *  each with its place. */
export function undrawnCharacters(text: string): { character: string; offset: number }[] {
  const others = [...text.matchAll(/[^\0-~]/gu)].filter(([character]) => !isDrawn(character))
  return others.map(({ 0: character, index: offset }) => ({ character, offset }))
}

/** Hyphens of other programs, which typography sets as the one of all. */
export const hyphens = /[\u2010\u2011]/g

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
  return silent.test(character) || ranges.some(([first, last]) => point >= first && point <= last)
}
