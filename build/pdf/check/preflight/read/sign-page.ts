import { createHash } from 'node:crypto'
import type { Page } from '../../../object/pages.ts'
import type { PdfFile } from '../../../object/pdf-file.ts'
import { Dict, type Ref, Stream, type Value } from '../../../object/values.ts'
import { writeEntries, writeValue } from '../../../object/write-value.ts'
import type { FontFacts } from './facts.ts'

export type SignedPage = {
  signature: string
  /** The objects that the page leads to, in the order in which they are met: the same for all pages of this signature. */
  met: readonly Ref[]
}

/** Tells what a page is, with all that it leads to, whatever the numbers of its objects. Of a font it tells what is measured on
 *  a page: one that has more letters than before changes no page that shows none of them.
 *  @returns undefined for a page that takes something from the tree of pages, as it is not all of itself, and for one that
 *  cannot be read whole */
export function signPage(
  file: PdfFile,
  page: Page,
  fontOf: (font: Dict) => FontFacts,
): SignedPage | undefined {
  if (!page.dict.has('MediaBox') || !page.dict.has('Resources')) return undefined
  try {
    return sign(file, page, fontOf)
  } catch (error) {
    // Whoever measures the page meets it again, and tells of it.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function sign(file: PdfFile, { ref, dict }: Page, fontOf: (font: Dict) => FontFacts): SignedPage {
  const own = dict.clone()
  own.delete('Parent')
  const met = [ref]
  const places = new Map([[ref, 0]])
  const placeOf = (kid: Ref) => {
    const known = places.get(kid)
    if (known !== undefined) return known
    places.set(kid, met.length)
    return met.push(kid) - 1
  }
  const hash = createHash('sha256')
  // The list grows while it is walked. Each piece is told with its length: no two lists of pieces read alike.
  for (const [index, kid] of met.entries()) {
    const value: Value = index === 0 ? own : (file.lookup(kid) ?? null)
    if (value instanceof Stream) {
      const { bytes } = value
      if (!(bytes instanceof Uint8Array)) throw new Error('a stream that is being packed')
      const entries = writeEntries(value.dict, placeOf, value)
      hash.update(`${entries.length} ${entries}${bytes.length} `).update(bytes)
    } else {
      const isFont = value instanceof Dict && value.name('Type') === 'Font'
      const text = isFont ? JSON.stringify(fontOf(value)) : writeValue(value, placeOf)
      hash.update(`${text.length} ${text}`)
    }
  }
  return { signature: hash.digest('base64'), met }
}
