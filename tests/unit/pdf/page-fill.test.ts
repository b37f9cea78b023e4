import { expect, test } from 'vitest'
import { columnFill } from '../../page-fill.ts'

const [WIDTH, HEIGHT] = [595, 842]
const PX = 72 / 25.4
const [WHITE, TINT, BLACK] = [255, 232, 30]
/** From, to, in mm under the top of the text area (27 mm to 276 mm). */
type Stretch = [from: number, to: number, shade: number, width?: number]

/** A white page with stretches across the first column, or as wide as they say from its left edge, in mm. */
function drawn(...stretches: Stretch[]) {
  const data = new Uint8Array(WIDTH * HEIGHT * 4).fill(WHITE)
  for (const [from, to, shade, width = 85] of stretches)
    for (let y = Math.round((27 + from) * PX); y < Math.round((27 + to) * PX); y++)
      data.fill(shade, (y * WIDTH + Math.round(20 * PX)) * 4, (y * WIDTH + Math.round((20 + width) * PX)) * 4)
  return { data, width: WIDTH, height: HEIGHT }
}
const fillOf = (...stretches: Stretch[]) => {
  const { fill, hole, foot } = columnFill(drawn(...stretches), { from: 20, to: 105 })
  return { full: Math.round(fill * 249), hole: Math.round(hole), foot: Math.round(foot) }
}

test('text counts to its foot, with the white between its rows', () => {
  expect(fillOf([0, 40, BLACK], [49, 100, BLACK])).toEqual({ full: 100, hole: 0, foot: 100 })
})

test('a hole does not count', () => {
  expect(fillOf([0, 40, BLACK], [70, 100, BLACK])).toEqual({ full: 70, hole: 30, foot: 100 })
})

test('a panel counts as far as its words and their padding reach, its blank tint does not', () => {
  expect(fillOf([100, 249, TINT], [110, 150, BLACK])).toMatchObject({ full: 50, foot: 155 })
  expect(fillOf([0, 40, BLACK], [45, 100, TINT], [49, 95, BLACK])).toMatchObject({ full: 100, hole: 0 })
})

test('the sides of a frame do not fill it', () => {
  expect(fillOf([0, 100, BLACK, 0.35], [0, 20, BLACK])).toMatchObject({ full: 20, foot: 20 })
})

test('lines ruled for notes are white', () => {
  const notes = [0, 9, 18, 27].map(line => [60 + line, 60.4 + line, BLACK] as Stretch)
  expect(fillOf([0, 40, BLACK], ...notes)).toEqual({ full: 40, hole: 0, foot: 40 })
})
