import { expect, test } from 'vitest'
import { differentSquares } from '../../../build/gate/checks/press.ts'

/** A page of white paper with a black box, on a sheet with a margin around the trim. */
function drawn(margin: number, box: { x: number; y: number } | null, level = 0) {
  const [width, height] = [120 + 2 * margin, 160 + 2 * margin]
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; box && y < 12; y++)
    data.fill(
      level,
      4 * ((margin + box.y + y) * width + margin + box.x),
      4 * ((margin + box.y + y) * width + margin + box.x + 24),
    )
  return { data, width, height }
}
const corner = { left: 20, top: 20 }

test('a page that is printed with marks around its trim is the same page', () => {
  expect(differentSquares(drawn(0, { x: 30, y: 40 }), drawn(20, { x: 30, y: 40 }), corner)).toBe(0)
})

test('black that inks make a dark grey is the same', () => {
  expect(differentSquares(drawn(0, { x: 30, y: 40 }), drawn(20, { x: 30, y: 40 }, 40), corner)).toBe(0)
})

test('a box that is lost, or stands elsewhere, makes another page', () => {
  expect(differentSquares(drawn(0, { x: 30, y: 40 }), drawn(20, null), corner)).toBeGreaterThan(4)
  expect(differentSquares(drawn(0, { x: 30, y: 40 }), drawn(20, { x: 60, y: 90 }), corner)).toBeGreaterThan(8)
})
