import type { PdfFile } from '../../../object/pdf-file.ts'
import { Dict } from '../../../object/values.ts'
import type { FileFacts, FontFacts, PageFacts, Paint } from './facts.ts'
import { fontFacts, undrawnLetters } from './fonts.ts'
import { fromKept, type KeptPage, type KeptPages, toKept } from './kept-pages.ts'
import { readPage } from './read-page.ts'
import { signPage } from './sign-page.ts'

/** Measures the pages of a file, but for those that are known by their signatures.
 *  @param former what a former build measured; null: pages are neither known nor to be kept
 *  @returns with what is to be kept of these pages */
export function readPages(
  file: PdfFile,
  former: KeptPages | null,
): Pick<FileFacts, 'pages' | 'undrawn'> & { kept: KeptPages } {
  const fonts = new Map<Dict, FontFacts>()
  const fontOf = (font: Dict) => {
    const facts = fonts.get(font) ?? fontFacts(font)
    fonts.set(font, facts)
    return facts
  }
  const known = { fontOf, paints: new Map<string, Paint>() }
  const kept = new Map<string, KeptPage>()
  /** Codes that are shown, by font. */
  const shown = new Map<Dict, Set<number>>()
  const noteShown = ({ texts }: PageFacts, dicts: readonly (Dict | undefined)[]) => {
    for (const [index, { codes }] of texts.entries()) {
      const font = dicts[index]
      if (!font || codes.size === 0) continue
      const all = shown.get(font) ?? new Set()
      shown.set(font, all)
      for (const code of codes) all.add(code)
    }
  }
  const pages = file.pages.map((page, index): PageFacts => {
    const signed = former ? signPage(file, page, fontOf) : null
    const found = signed && former?.get(signed.signature)
    if (found) {
      kept.set(signed.signature, found)
      const facts = fromKept(found, index + 1)
      noteShown(
        facts,
        found.fonts.map(place => file.find(signed.met[place], Dict)),
      )
      return facts
    }
    const facts = readPage(page, index + 1, known)
    const dicts = facts.texts.map(({ font }) => [...fonts].find(([, known]) => known === font)?.[0])
    noteShown(facts, dicts)
    const places = signed ? dicts.map(dict => signed.met.findIndex(ref => file.lookup(ref) === dict)) : []
    // A font that is no object of its own has no place.
    if (!signed || places.includes(-1)) return facts
    const measured = toKept(facts, places)
    kept.set(signed.signature, measured)
    return fromKept(measured, index + 1)
  })
  const undrawn = [...shown].flatMap(([dict, codes]) =>
    undrawnLetters(dict, codes).map(letters => ({ font: fontOf(dict), letters })),
  )
  return { pages, undrawn, kept }
}
