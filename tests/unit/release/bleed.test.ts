import { expect, test } from 'vitest'
import { shortBleeds } from '../../../build/release/gate/press/bleed.ts'
import { drawnOf } from '../../../build/release/gate/press/raster.ts'

/** A page of 40 px with a bleed of 10 px around it, inked from the left of its middle to `reach` px beyond its right edge. */
function inkedTo(reach: number) {
  const [side, bleed] = [40, 10]
  const stride = side + 2 * bleed
  const points = Array.from({ length: stride ** 2 }, (_, at) => {
    const x = at % stride
    return x >= bleed + side / 2 && x < bleed + side + reach ? [30, 60, 90] : [255, 255, 255]
  })
  const page = drawnOf(Uint8Array.from(points.flat()), 3, {
    left: bleed,
    top: bleed,
    stride,
    width: side,
    height: side,
  })
  return [...shortBleeds(page, bleed)]
}

test.each([10, 9, 8])('ink that goes on for %i px of a bleed of 10 goes to its edge', reach => {
  expect(inkedTo(reach)).toEqual([])
})

test.each([0, 4, 7])('ink that ends %i px beyond the edge is told', reach => {
  expect(inkedTo(reach)).toEqual([
    'L’encre touche le bord droit et ne va pas jusqu’au fond perdu, sur 20 mm.',
  ])
})

test('a page that ends before its edge needs no bleed', () => {
  expect(inkedTo(-4)).toEqual([])
})
