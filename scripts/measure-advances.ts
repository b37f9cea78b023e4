import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { readTrueType } from '../build/font/true-type.ts'

const { resolve } = createRequire(import.meta.url)

/** The faces of the charts: the font that draws each, and its weight. */
const faces = {
  texte: { font: 'source-sans-3', weight: 400 },
  demi: { font: 'source-sans-3', weight: 600 },
  figure: { font: 'bricolage-grotesque', weight: 700 },
} as const

const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** What a chart may write. An accented letter is as wide as its base. */
const CHARACTERS = `${ASCII}’‘“”«»–—−…•·×÷±€£°§²³½¼æœÆŒ`

/** The table of `src/markdown/charts/advances.json`: by face, advance in hundredths of an em, rounded up → the characters that are
 *  so wide. A font package keeps its characters in several files: the first that has one tells its width. */
export async function measureAdvances(): Promise<string> {
  const table: Record<string, Record<number, string>> = {}
  for (const [face, { font, weight }] of Object.entries(faces)) {
    const advances: Record<number, string> = {}
    const files = await Promise.all(['latin', 'latin-ext'].map(subset => measure(font, subset, weight)))
    for (const character of CHARACTERS) {
      const ems = files.map(advanceOf => advanceOf(character)).find(advance => advance !== undefined)
      if (ems === undefined) throw new Error(`${font} does not draw ${character}`)
      // The last bits of a quotient are no hundredth more.
      const hundredths = Math.ceil(100 * ems - 1e-9)
      advances[hundredths] = `${advances[hundredths] ?? ''}${character}`
    }
    table[face] = advances
  }
  return `${JSON.stringify(table, null, 2)}\n`
}

/** @returns the advance of a character in ems; undefined: it is in another file */
async function measure(font: string, subset: string, weight: number) {
  const whole = await readFile(
    resolve(`@fontsource-variable/${font}/files/${font}-${subset}-wght-normal.woff2`),
  )
  const options = { targetFormat: 'sfnt', variationAxes: { wght: weight } } as const
  const { glyphs, widths, unitsPerEm } = readTrueType(await subsetFont(whole, CHARACTERS, options))
  return (character: string): number | undefined => {
    const width = widths[glyphs.get(character.codePointAt(0) ?? 0) ?? 0]
    return glyphs.has(character.codePointAt(0) ?? 0) && width !== undefined ? width / unitsPerEm : undefined
  }
}
