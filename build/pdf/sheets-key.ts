import { keyOf } from '../store/cache.ts'
import type { BookmarkedDocument } from './bind/outline.ts'
import type { Pictures } from './page/pictures.ts'
import { digestsIn } from './page/pictures-of.ts'
import type { Sheets } from './print/assemble.ts'

/** What decides how sheets are printed and finished, beside themselves and the press. */
export type PrintingTools = {
  /** The head of their HTML: style sheets, rules of the fonts. */
  head: string
  /** SHA-256 of the font files. */
  fingerprint: string
  browserVersion: string
}

/** Makes the function that names what is kept of the sheets of a document: its folios and the numbers of the pages that it names
 *  are among what they depend on. */
export function keysOfSheets(
  { head, fingerprint, browserVersion }: PrintingTools,
  pictures: Pick<Pictures, 'digests'>,
): (sheets: Sheets, document: BookmarkedDocument) => string {
  const shared = keyOf('outils', head, fingerprint, browserVersion)
  return ({ first, html, bottoms }, document) => {
    const shown = digestsIn(html, pictures).join('\n')
    return keyOf('feuilles', html, JSON.stringify([document, first, bottoms]), shown, shared)
  }
}
