import { codeOf, undrawnCharacters } from '../../src/content/drawn-characters.ts'

/** Writes each character that no shipped font draws as its code, « [U+1F600] », in the texts of some HTML: the page shows
 *  that something is missing, where a font of the machine, or nothing, would stand. */
export function spellUndrawn(html: string): string {
  if (undrawnCharacters(html).length === 0) return html
  return html.replace(/(<[^>]*>)|[^<]+/g, (text, tag: string | undefined) => {
    if (tag) return tag
    let spelled = ''
    let from = 0
    for (const { character, offset } of undrawnCharacters(text)) {
      spelled += `${text.slice(from, offset)}[${codeOf(character)}]`
      from = offset + character.length
    }
    return spelled + text.slice(from)
  })
}
