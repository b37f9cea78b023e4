import subsetFont from 'subset-font'
import { readTrueType } from '../build/font/true-type.ts'
import { readFonts } from '../build/pdf/page/styles.ts'
import { charactersIn } from '../src/content/check-characters.ts'

/** What a font of one plane could hold, without the halves of pairs. */
const PLANE = Array.from({ length: 0x10000 }, (_, point) => point).filter(
  point => point < 0xd800 || point > 0xdfff,
)

/** The table of `src/content/drawn.json`: the characters that every face of the printed edition draws, as ranges in hexadecimal. A
 *  package declares more characters for its files than they have. */
export async function listDrawnCharacters(): Promise<string> {
  const faces = new Map<string, Set<number>>()
  for (const { rule, bytes } of await readFonts()) {
    const [, face = ''] = /^@font-face \{ (.*?) font-display/.exec(rule) ?? []
    const declared = charactersIn(/unicode-range: ([^;]+);/.exec(rule)?.[1] ?? '')
    const drawn = faces.get(face) ?? new Set()
    for (const point of await pointsOf(bytes)) if (declared.has(point)) drawn.add(point)
    faces.set(face, drawn)
  }
  const all = PLANE.filter(point => [...faces.values()].every(drawn => drawn.has(point)))
  return `${JSON.stringify(joined(all))}\n`
}

async function pointsOf(font: Uint8Array): Promise<Iterable<number>> {
  const text = String.fromCharCode(...PLANE)
  return readTrueType(await subsetFont(Buffer.from(font), text, { targetFormat: 'sfnt' })).glyphs.keys()
}

/** @param points in their order */
function joined(points: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const point of points) {
    const range = ranges.at(-1)
    if (range && range[1] === point - 1) range[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16)
  return ranges.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`)).join(',')
}
