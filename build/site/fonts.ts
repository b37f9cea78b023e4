import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cache, kept } from '../store/cache.ts'

const require = createRequire(import.meta.url)
const styleSheet = fileURLToPath(new URL('../../styles/web/fonts.css', import.meta.url))

/** What browsers apply unasked: accents, kerning, ligatures. The style sheets of the site ask for nothing else; small capitals, fractions
 *  and other figures would be a tenth of the fonts.
 *  @see https://learn.microsoft.com/typography/opentype/spec/featurelist */
const FEATURES = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rclt', 'rlig', 'rvrn']

/** One `@font-face` of the style sheet: the path of its file below `@fontsource-variable`, and the weights it is asked for. */
type Face = { name: string; weights: number | { min: number; max: number } }

/** The fonts that the style sheet names, cut to `characters` and to its weights: path below `@fontsource-variable` → bytes.
 *  @throws Error when the style sheet names a font that no package holds */
export async function cutFonts(characters: string, cache: Cache): Promise<Map<string, Uint8Array>> {
  const css = await readFile(styleSheet, 'utf8')
  const fonts = new Map<string, Uint8Array>()
  for (const [rule] of css.matchAll(/@font-face {[^}]+}/g)) {
    const name = /url\("@fontsource-variable\/([^"]+)"\)/.exec(rule)?.[1]
    const [min, max] = (/font-weight: ([^;]+);/.exec(rule)?.[1] ?? '').split(' ').map(Number)
    if (!name || !min) continue // a fallback: a font of the reader's own
    fonts.set(name, await cut({ name, weights: max ? { min, max } : min }, characters, cache))
  }
  return fonts
}

async function cut({ name, weights }: Face, characters: string, cache: Cache): Promise<Uint8Array> {
  const whole = await readFile(require.resolve(join('@fontsource-variable', name)))
  return kept(cache, 'police', [JSON.stringify(weights), characters, whole], async () => {
    // HarfBuzz is long to load, and seldom needed.
    const { default: subsetFont } = await import('subset-font')
    return subsetFont(whole, characters, {
      targetFormat: 'woff2',
      variationAxes: { wght: weights },
      keepFeatures: FEATURES,
    })
  })
}
