import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kit } from '../../src/kit/index.ts'
import { type Corps, withBase } from '../../src/text/index.ts'
import {
  type Bundle,
  type Cache,
  kept,
  ownedFolder,
  pack,
  readFolder,
  unpack,
  writeFolder,
} from '../ground/index.ts'
import {
  bundleAssets,
  metaPolicy,
  type PageHead,
  SCRIPT,
  SHEETS,
  sheetsOf,
  siteChartsCss,
  siteTokensCss,
} from '../pages/index.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))

/** Holds the files that pages share, by path, and the tags that load them. */
type Assets = { head: PageHead; files: Bundle }

/** The style sheets, the script and the fonts of the site, kept from a former build while nothing that they are made from
 *  has changed. @throws Vite's errors */
export async function makeAssets(kit: Kit, cache: Cache): Promise<Assets> {
  const fonts = await cutFonts(charactersOf(kit), cache)
  const sources = ['styles/web', 'styles/blocks', 'layouts/web/scripts', 'src/search'].flatMap(folder =>
    Object.entries(readFolder(join(home, folder))).flat(),
  )
  const inputs = [
    ...[kit.site.base, siteTokensCss(kit), siteChartsCss(kit), sheetsOf(kit).join()],
    ...[...sources, ...[...fonts].flat()],
  ]
  const { [SOURCES]: list, ...files } = unpack(
    await kept(cache, 'ressources', inputs, async () => pack(await bundleWith(kit, fonts))),
  )
  const sourcesOf = JSON.parse(new TextDecoder().decode(list)) as Record<string, string>
  return { head: headOf(kit, sourcesOf, Object.keys(files)), files }
}

/** Holds, beside the files of the site, which of them each source became. */
const SOURCES = 'sources.json'

async function bundleWith(kit: Kit, fonts: ReadonlyMap<string, Uint8Array>): Promise<Bundle> {
  await using work = await ownedFolder('assets')
  writeFolder(work.path, Object.fromEntries(fonts))
  const { files, sources } = await bundleAssets(kit, work.path)
  // Vite goes on without what it does not find; readers would get pages without style.
  if (!Object.keys(files).some(file => file.endsWith('.woff2')))
    throw new Error(`Vite bundled no style sheet with fonts: it worked in ${work.path}`)
  return { ...files, [SOURCES]: new TextEncoder().encode(JSON.stringify(sources)) }
}

/** The fonts of the first screen: text, and titles. Italics come when a page needs them. */
const PRELOADED = ['bricolage-grotesque-latin-wght-normal', 'source-sans-3-latin-wght-normal']

/** Writes the first tags of each page, and the address of each style sheet by its name. */
function headOf(kit: Kit, sources: Readonly<Record<string, string>>, files: readonly string[]): PageHead {
  const addressOf = (source: string) => {
    const file = sources[source]
    if (file === undefined) throw new Error(`Vite made nothing of ${source}`)
    return withBase(`/${file}`, kit)
  }
  const fonts = PRELOADED.map(name => files.find(file => file.includes(`/${name}-`)))
  const sheets = sheetsOf(kit).map(name => [name, addressOf(`${SHEETS}${name}.css`)] as const)
  // The policy stands before anything that loads, and after the encoding, which must stand in the first kilobyte.
  const tags = [
    `<meta http-equiv="Content-Security-Policy" content="${metaPolicy()}">`,
    ...fonts.map(
      file =>
        `<link rel="preload" href="${withBase(`/${file}`, kit)}" as="font" type="font/woff2" crossorigin>`,
    ),
    `<script type="module" crossorigin src="${addressOf(SCRIPT)}"></script>`,
    `<link rel="stylesheet" crossorigin href="${addressOf(`${SHEETS}commun.css`)}">`,
  ]
  return { tags: tags.join('\n'), sheets: Object.fromEntries(sheets) }
}

/** Adds the characters of the interface, of dates, weights and typed words to those of the kit. */
const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))
const french = 'àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»‹›“”‘’–—…•·×€§°²³ºª\u00a0\u00ad\u2011\u202f'

/** Every character that the site of a kit may show, once, in the order of Unicode: what its fonts are cut to. */
export function charactersOf(kit: Kit): string {
  // Skips colours, and the text of bodies: their source has the same characters, and typography adds no others.
  const words = JSON.stringify(kit, (key, value: unknown) => {
    if (key === 'tokens') return undefined
    return key === 'corps' ? { ...(value as Corps), texte: undefined } : value
  })
  return [...new Set([...ascii, ...french, ...words.replace(/[ -~]+/g, '')])].sort().join('')
}

const require = createRequire(import.meta.url)
const styleSheet = fileURLToPath(new URL('../../styles/web/fonts.css', import.meta.url))

/** Keeps the features that browsers apply unasked: accents, kerning, ligatures. The style sheets of the site ask for nothing else; small capitals, fractions
 *  and other figures would be a tenth of the fonts.
 *  @see https://learn.microsoft.com/typography/opentype/spec/featurelist */
const FEATURES = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rclt', 'rlig', 'rvrn']

/** One `@font-face` of the style sheet: the path of its file below `@fontsource-variable`, and the weights it is asked for. */
type Face = { name: string; weights: number | { min: number; max: number } }

/** The fonts that the style sheet names, cut to `characters` and to its weights: path below `@fontsource-variable` → bytes.
 *  @throws Error when the style sheet names a font that no package holds */
async function cutFonts(characters: string, cache: Cache): Promise<Map<string, Uint8Array>> {
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
