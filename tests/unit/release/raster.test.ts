import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowOf } from '../../../build/release/gate/press/raster.ts'

test('each edge of a page is cut within half a pixel, wherever the page stands on its sheet', () => {
  const length = fc.double({ min: 1, max: 1300, noNaN: true })
  const frame = fc.record({
    corner: fc.constant([0, 0] as const),
    at: fc.record({ left: length, top: length }),
    width: length,
    height: length,
    bleed: fc.constant(0),
  })
  fc.assert(
    fc.property(frame, fc.double({ min: 1, max: 8, noNaN: true }), (cut, scale) => {
      const { left, top, width, height } = windowOf(cut, scale)
      const edges = [
        [left, cut.at.left],
        [left + width, cut.at.left + cut.width],
        [top, cut.at.top],
        [top + height, cut.at.top + cut.height],
      ] as const
      for (const [drawn, edge] of edges) expect(Math.abs(drawn - edge * scale)).toBeLessThanOrEqual(0.5001)
    }),
  )
})
