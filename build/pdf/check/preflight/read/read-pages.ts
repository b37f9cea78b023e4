import type { PdfFile } from '../../../object/pdf-file.ts'
import type { Dict } from '../../../object/values.ts'
import type { FileFacts, FontFacts } from './facts.ts'
import { fontFacts, undrawnLetters } from './fonts.ts'
import { readPage } from './read-page.ts'

/** Measures the pages of a file. */
export function readPages(file: PdfFile): Pick<FileFacts, 'pages' | 'undrawn'> {
  const fonts = new Map<Dict, FontFacts>()
  const fontOf = (font: Dict) => {
    const facts = fonts.get(font) ?? fontFacts(font)
    fonts.set(font, facts)
    return facts
  }
  const pages = file.pages.map((page, index) => readPage(page, index + 1, fontOf))
  /** Codes that are shown, by font. */
  const shown = new Map<FontFacts, Set<number>>()
  for (const { font, codes } of pages.flatMap(({ texts }) => texts)) {
    const all = shown.get(font) ?? new Set()
    shown.set(font, all)
    for (const code of codes) all.add(code)
  }
  const undrawn = [...fonts].flatMap(([dict, font]) =>
    undrawnLetters(dict, shown.get(font) ?? new Set()).map(letters => ({ font, letters })),
  )
  return { pages, undrawn }
}
