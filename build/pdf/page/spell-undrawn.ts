import { spellUndrawn as spellText, undrawnCharacters } from '../../../src/content/drawn-characters.ts'

/** Writes each character that no shipped font draws as its code, « [U+1F600] », in the texts of some HTML: the page shows
 *  that something is missing, where a font of the machine, or nothing, would stand. */
export function spellUndrawn(html: string): string {
  if (undrawnCharacters(html).length === 0) return html
  return html.replace(/(<[^>]*>)|[^<]+/g, (text, tag: string | undefined) => tag ?? spellText(text))
}
