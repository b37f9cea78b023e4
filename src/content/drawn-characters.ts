import bricolage from '@fontsource/bricolage-grotesque/unicode.json' with { type: 'json' }
import sourceSans from '@fontsource/source-sans-3/unicode.json' with { type: 'json' }
import { codeOf } from '../markdown/traps.ts'

// What the subsets shipped with the printed edition hold, as their packages declare it. A fallback font of whichever machine
// would draw the rest, or nothing.
const families = [sourceSans, bricolage].map(rangesOf)
/** Marks that only lean on the character before them, controls and separators: other checks judge these. */
const silent = /[\p{Mn}\p{Mc}\p{Cc}\p{Cf}\p{Z}\ufffe\uffff]/u
/** The characters of `text` that a font of the printed edition does not draw (emoji, other scripts, some signs), in order,
 *  each with its place. */
export function undrawnCharacters(text: string): { character: string; offset: number }[] {
  const others = [...text.matchAll(/[^\0-\xff]/gu)].filter(([character]) => !isDrawn(character))
  return others.map(({ 0: character, index: offset }) => ({ character, offset }))
}

/** The text as print shows it: each character that no font draws as its code, « [U+1F600] ». */
export function spellUndrawn(text: string): string {
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
  return (
    silent.test(character) ||
    families.every(ranges => ranges.some(([first, last]) => point >= first && point <= last))
  )
}

function rangesOf(subsets: Record<'latin' | 'latin-ext', string>): [first: number, last: number][] {
  return [subsets.latin, subsets['latin-ext']]
    .flatMap(list => list.split(','))
    .map(range => {
      const [first = '', last = first] = range.replace('U+', '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    })
}
