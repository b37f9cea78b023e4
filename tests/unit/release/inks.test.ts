import { expect, test } from 'vitest'
import { inksFor } from '../../../build/release/gate/press/inks.ts'

const written = new Map([
  ['#006c5e', [[90, 25, 60, 30]]],
  ['#000006', [[0, 0, 0, 100]]],
  ['#000004', [[80, 70, 44, 95]]],
])
const proof = { toInk: () => Uint8Array.of(255, 0, 0, 0), toScreen: () => Uint8Array.of(0, 0, 0) }
const profile = [100, 0, 0, 0]

test.each([
  { of: 'a colour of the kit', colour: '#006c5e', inks: [[90, 25, 60, 30]] },
  { of: 'one that a browser has rounded', colour: '#006c5f', inks: [[90, 25, 60, 30]] },
  { of: 'one of a drawing', colour: '#e30613', inks: [profile] },
  {
    of: 'one of a drawing between two of the kit',
    colour: '#000005',
    inks: [[0, 0, 0, 100], [80, 70, 44, 95], profile],
  },
  { of: 'one of the kit beside another', colour: '#000004', inks: [[80, 70, 44, 95]] },
])('$of may be printed with the inks', ({ colour, inks }) => {
  expect(inksFor(colour, written, proof)).toEqual(inks)
})
