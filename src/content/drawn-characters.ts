import bricolage from '@fontsource/bricolage-grotesque/unicode.json' with { type: 'json' }
import sourceSans from '@fontsource/source-sans-3/unicode.json' with { type: 'json' }

// What the subsets shipped with the printed edition hold, as their packages declare it. A fallback font of whichever machine
// would draw the rest, or nothing.
const families = [sourceSans, bricolage].map(rangesOf)
/** Marks that only lean on the character before them, controls and separators: other checks judge these. */
const silent = /[\p{M}\p{Cc}\p{Cf}\p{Z}\ufffe\uffff]/u
/** By code unit: 1 where one range of each font holds it. Most texts are known to have no other. */
const surely = new Uint8Array(0x10000).fill(1, 0, 0x100)
for (const [first, last] of rangesOfAll()) surely.fill(1, first, last + 1)

/** The characters of `text` that a font of the printed edition does not draw (emoji, other scripts, some signs), in order,
 *  each with its place. */
export function undrawnCharacters(text: string): { character: string; offset: number }[] {
  if (isSurelyDrawn(text)) return []
  const found: { character: string; offset: number }[] = []
  let offset = 0
  for (const character of text) {
    if (!isDrawn(character)) found.push({ character, offset })
    offset += character.length
  }
  return found
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

/** « U+1F600 »: the name under which a character can be looked up. */
export const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function isDrawn(character: string): boolean {
  const point = character.codePointAt(0) ?? 0
  return (
    point < 0x100 ||
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

/** The ranges of one font that lie in a range of each other one. */
function rangesOfAll(): [first: number, last: number][] {
  const [some = [], ...others] = families
  return some.filter(([first, last]) =>
    others.every(ranges => ranges.some(([from, to]) => from <= first && last <= to)),
  )
}

function isSurelyDrawn(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (surely[text.charCodeAt(at)] === 0) return false
  return true
}
