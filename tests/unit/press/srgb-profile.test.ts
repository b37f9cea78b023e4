import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { srgbProfile } from '../../../build/pdf/bind/describe.ts'
import { openConverter } from '../../../build/press/colour/converter.ts'

it('is what Little CMS holds sRGB to be', async () => {
  const bytes = await readFile(new URL('../../../build/press/profiles/FOGRA39L_coated.icc', import.meta.url))
  const converter = await openConverter({ bytes }, { encrage_max: 400 })
  const pixels = new Uint8Array(3 * 4096)
  for (let at = 0; at < 4096; at++)
    pixels.set([17 * (at >> 8), 17 * ((at >> 4) & 15), 17 * (at & 15)], 3 * at)
  const [ours, theirs] = [converter.toInk(pixels, srgbProfile()), converter.toInk(pixels)]
  expect(ours).toHaveLength(4 * 4096)
  // One step of 255 of an ink: what rounding to sixteen bits comes to.
  expect(Math.max(...ours.map((ink, at) => Math.abs(ink - (theirs[at] ?? 0))))).toBeLessThanOrEqual(1)
})
