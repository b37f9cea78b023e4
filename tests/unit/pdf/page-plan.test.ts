import { expect, test } from 'vitest'
import { sideOf } from '../../../src/text/page-plan.ts'

test('a page that does not hold the text is refused, with both widths', () => {
  expect(sideOf('A4', 210)).toBe(20)
  expect(() => sideOf('A5', 148)).toThrow(/le texte a 170 mm .*, la page 148\./)
})
