import { spellUndrawn as spellText, undrawnCharacters } from '../../../src/content/check-characters.ts'
import { changed, textsOf } from '../../../src/edit-html.ts'

/** Writes each character that no shipped font draws as its code, « [U+1F600] », in the texts of some HTML: the page shows
 *  that something is missing, where a font of the machine, or nothing, would stand. */
export function spellUndrawn(html: string): string {
  if (undrawnCharacters(html).length === 0) return html
  const texts = textsOf(html).map(({ start, end }) => ({
    start,
    end,
    text: spellText(html.slice(start, end)),
  }))
  return changed(html, texts)
}
