import { expect, test } from 'vitest'
import { compareLook } from '../../../build/release/gate/press/look.ts'
import type { Sheet } from '../../../build/release/gate/press/open-sheets.ts'
import { drawnOf } from '../../../build/release/gate/press/raster.ts'

type Colour = readonly [number, number, number]

const white: Colour = [255, 255, 255]
const violet: Colour = [50, 4, 109]
const dull: Colour = [66, 66, 66]
const green: Colour = [0, 160, 40]

/** A ground of 8 mm with white lines on it, half a millimetre wide. */
function striped(ground: Colour) {
  const [width, height] = [16, 16]
  const points = Array.from({ length: width * height }, (_, at) => (at % 8 === 0 ? white : ground))
  return drawnOf(Uint8Array.from(points.flat()), 3, { left: 0, top: 0, stride: width, width, height })
}

/** A paper on which violet alone is another colour. */
const proof = {
  toInk: (pixels: Uint8Array) =>
    Uint8Array.from(
      Array.from({ length: pixels.length / 3 }, (_, at) => [
        ...pixels.subarray(3 * at, 3 * at + 3),
        0,
      ]).flat(),
    ),
  toScreen: (inks: Uint8Array) =>
    Uint8Array.from(
      Array.from({ length: inks.length / 4 }, (_, at): Colour => {
        const [r = 0, g = 0, b = 0, k = 0] = inks.subarray(4 * at, 4 * at + 4)
        if (k === 255) return [30, 30, 30]
        return r === violet[0] && b === violet[2] ? dull : [r, g, b]
      }).flat(),
    ),
}

const look = (printed: Colour) =>
  compareLook({ press: 7 } as Sheet, striped(printed), striped(violet), proof).map(({ place }) => place)

test('white letters on a vivid ground look on paper as paper lets the ground look', () => {
  expect(look(dull)).toEqual([])
})

test('letters on a ground of another ink do not', () => {
  expect(look(green)).toEqual(['page 7'])
})
