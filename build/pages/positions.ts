import { readFileSync } from 'node:fs'

/** In degrees, WGS 84. @see RFC 7946 §3.1.1 */
export type Position = readonly [longitude: number, latitude: number]

/** Where the town of a commune stands. @param commune its official code
 *  @returns undefined for a place that is no commune, or may be several */
export function positionOf(commune: string): Position | undefined {
  positions ??= read()
  return positions.get(commune)
}

let positions: Map<string, Position> | undefined

/** Holds the towns of GeoNames (CC BY 4.0) whose name is that of one commune of their département, to 0.001°. */
const table = new URL('./positions.csv', import.meta.url)

const read = (): Map<string, Position> =>
  new Map(
    readFileSync(table, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => {
        const [commune = '', longitude, latitude] = line.split(',')
        return [commune, [Number(longitude), Number(latitude)]]
      }),
  )
