import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { readTrueType } from '../build/ground/index.ts'
import type { Groupement, Region } from '../build/pages/index.ts'
import { readFonts, SIGNS, signFile } from '../build/paper/index.ts'
import { charactersIn } from '../src/kit/index.ts'
import { departements } from '../src/text/index.ts'

const require = createRequire(import.meta.url)

const faces = {
  texte: { font: 'source-sans-3', weight: 400 },
  demi: { font: 'source-sans-3', weight: 600 },
  figure: { font: 'bricolage-grotesque', weight: 700 },
} as const

const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** Lists the characters that a chart may write. An accented letter is as wide as its base. */
const CHARACTERS = `${ASCII}’‘“”«»–—−…•·×÷±€£°§²³½¼æœÆŒ`

/** Makes `src/charts/advances.json`: by face, advance in hundredths of an em, rounded up → the characters that are so wide. */
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

/** Cuts the signs of print out of the faces of the whole font: file of `styles/print/polices` → its bytes. */
export async function cutSigns(): Promise<Map<string, Buffer>> {
  const { has } = charactersIn(SIGNS)
  const text = String.fromCharCode(...PLANE.filter(has))
  const files = new Map<string, Buffer>()
  for (const [whole, weight, style] of [
    ['Regular', 400, 'normal'],
    ['It', 400, 'italic'],
    ['Semibold', 600, 'normal'],
    ['Bold', 700, 'normal'],
  ] as const) {
    const font = await readFile(require.resolve(`source-sans/WOFF2/TTF/SourceSans3-${whole}.ttf.woff2`))
    files.set(signFile(weight, style), await subsetFont(font, text, { targetFormat: 'woff' }))
  }
  return files
}

/** Lists what the site's fonts draw: the letters of the languages of France, and the signs of its prose. Others are drawn by a font of the
 *  reader's own. */
const WEB_CHARACTERS = `${ASCII}àáâäæçèéêëìíîïñòóôöœùúûüÿßÀÁÂÄÆÇÈÉÊËÌÍÎÏÑÒÓÔÖŒÙÚÛÜŸ«»‹›“”‘’–—…•·×±−½¼¾€§°²³ºª\u00a0\u00ad\u2011\u202f`

/** Keeps the features that browsers apply unasked: accents, kerning, ligatures. The style sheets of the site ask for nothing else; small capitals, fractions
 *  and other figures would be a tenth of the fonts.
 *  @see https://learn.microsoft.com/typography/opentype/spec/featurelist */
const FEATURES = ['calt', 'ccmp', 'clig', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rclt', 'rlig', 'rvrn']

/** Cuts the fonts of the site to its characters, and to the weights that `styles/web/fonts.css` names: file of `styles/web/polices` → its bytes. */
export async function cutWebFonts(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  for (const [file, font, style, wght] of [
    ['bricolage-grotesque', 'bricolage-grotesque', 'normal', { min: 500, max: 800 }],
    ['source-sans-3', 'source-sans-3', 'normal', { min: 400, max: 700 }],
    ['source-sans-3-italic', 'source-sans-3', 'italic', 400],
  ] as const) {
    const path = require.resolve(`@fontsource-variable/${font}/files/${font}-latin-wght-${style}.woff2`)
    const options = { targetFormat: 'woff2', variationAxes: { wght }, keepFeatures: FEATURES } as const
    files.set(`${file}.woff2`, await subsetFont(await readFile(path), WEB_CHARACTERS, options))
  }
  return files
}

/** Makes `src/kit/drawn.json`: ranges of the characters that every face of the print edition draws. Packages declare more than they
 *  have. Titles take the signs from the text. */
export async function listDrawnCharacters(): Promise<string> {
  const text = String.fromCharCode(...PLANE)
  const faces = new Map<string, Set<number>>()
  const signs = new Set<number>()
  for (const { path, rule, bytes } of await readFonts()) {
    const [, face = ''] = /^@font-face \{ (.*?) font-display/.exec(rule) ?? []
    const range = charactersIn(/unicode-range: ([^;]+);/.exec(rule)?.[1] ?? '')
    const points = path.includes('signes') ? signs : (faces.get(face) ?? new Set())
    const program = await subsetFont(Buffer.from(bytes), text, { targetFormat: 'sfnt' })
    for (const point of readTrueType(program).glyphs.keys()) if (range.has(point)) points.add(point)
    if (points !== signs) faces.set(face, points)
  }
  const all = PLANE.filter(point => signs.has(point) || [...faces.values()].every(face => face.has(point)))
  return `${JSON.stringify(rangesOf(all))}\n`
}

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

/** Makes `communes.csv` and `regions.json` of `build/pages`: what the site says of a place by the Code officiel géographique. */
export function listPlaces(): { communes: string; regions: string } {
  const read = <T>(name: string) => require(`@etalab/decoupage-administratif/data/${name}.json`) as T[]
  const all = read<CogCommune>('communes')
  const communes = new Map(all.filter(({ type }) => type === CURRENT).map(commune => [commune.code, commune]))
  const seats = new Set(read<{ chefLieu: string }>('arrondissements').map(({ chefLieu }) => chefLieu))
  const { compare } = new Intl.Collator('fr')
  const regions = read<{ code: string; nom: string }>('regions').flatMap(({ code, nom }): Region[] => {
    const own = [...communes.values()].filter(({ region }) => region === code)
    const towns = own.filter(commune => seats.has(commune.code) || isTown(commune)).map(town => town.nom)
    // Nobody lives on Clipperton: it is no place of an example.
    const codes = [...new Set(own.map(({ departement }) => departement))].filter(one => departements.has(one))
    return codes.length > 0 ? [{ code, nom, departements: codes, towns }] : []
  })
  const groupements = [...read<CogGroupement>('epci'), ...read<CogGroupement>('ept')].map(
    ({ code, nom, membres }): Groupement => {
      const members = membres.flatMap(({ code }) => communes.get(code) ?? [])
      const [town] = members.filter(isTown).sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
      const departements = [...new Set(members.map(({ departement }) => departement))]
      return { code, nom, departements, town: town?.nom ?? null }
    },
  )
  const lines = all
    .sort((a, b) => compare(orderOf(a), orderOf(b)))
    .map(({ type, code, nom, departement, population = '' }) =>
      [nom, departement, ...(type === CURRENT ? [code, population] : [])].join(','),
    )
  const rows = (items: readonly object[]) => items.map(item => JSON.stringify(item)).join(',\n')
  return {
    communes: `${lines.join('\n')}\n`,
    regions: `{"regions":[\n${rows(regions)}\n],"groupements":[\n${rows(groupements)}\n]}\n`,
  }
}

const CURRENT = 'commune-actuelle'
const isTown = ({ population = 0 }: CogCommune) => population >= 20_000
const orderOf = ({ nom, departement, region }: CogCommune) => `${nom}|${departement}|${region}`

type CogCommune = {
  code: string
  nom: string
  type: string
  departement: string
  region: string
  population?: number
}
type CogGroupement = { code: string; nom: string; membres: { code: string }[] }

/** Makes `src/text/icons.tsv`: the name of each icon of lucide, a tab, its shapes. */
export async function listIcons(): Promise<string> {
  const folder = join(dirname(require.resolve('lucide-static/package.json')), 'icons')
  const files = (await readdir(folder)).filter(file => file.endsWith('.svg')).sort()
  const lines = files.map(async file => {
    const svg = await readFile(join(folder, file), 'utf8')
    const shapes = /<svg[^>]*>(.*)<\/svg>/s.exec(svg)?.[1]
    if (shapes === undefined) throw new Error(`${file} is no drawing`)
    return `${file.slice(0, -'.svg'.length)}\t${shapes.replaceAll(/\n\s*/g, '')}\n`
  })
  return (await Promise.all(lines)).join('')
}
