import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { positionOf } from '../../../build/site/open-data.ts'

const table = await readFile(new URL('../../../build/site/positions.csv', import.meta.url), 'utf8')
const rows = table.trimEnd().split('\n').slice(1)

test('a commune is read with its position; what is no code has none', () => {
  expect(positionOf('69266')).toEqual([4.88, 45.766])
  expect(positionOf('')).toBeUndefined()
})

test('every commune stands in the middle of its département, or not far from it', () => {
  const byDepartement = new Map<string, Point[]>()
  for (const row of rows) {
    const [code = '', longitude, latitude] = row.split(',')
    const departement = code.slice(0, code.startsWith('97') ? 3 : 2)
    const points = byDepartement.get(departement) ?? []
    byDepartement.set(departement, [...points, [Number(longitude), Number(latitude)]])
  }
  expect(byDepartement.size).toBe(101)
  for (const [departement, points] of byDepartement) {
    const middle: Point = [
      median(points.map(([longitude]) => longitude)),
      median(points.map(([, latitude]) => latitude)),
    ]
    // Guyane is as large as Portugal.
    const limit = departement === '973' ? 350 : 130
    expect(Math.max(...points.map(point => distance(point, middle))), departement).toBeLessThan(limit)
  }
})

type Point = readonly [longitude: number, latitude: number]

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** In km, as on a plane: enough within a département. */
function distance([lng1, lat1]: Point, [lng2, lat2]: Point): number {
  const km = 111.2
  return Math.hypot((lng2 - lng1) * km * Math.cos((lat1 * Math.PI) / 180), (lat2 - lat1) * km)
}
