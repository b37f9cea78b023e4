import { expect, test } from 'vitest'
import { isRichBlack, textInks } from '../../../src/kit/tokens.ts'

test.each([
  // A night blue stays one: four hundredths of its black less, or the pages of its family turn grey.
  { of: 'night blue', inks: [92, 72, 4, 83], text: [92, 72, 4, 79] },
  // A plum as dark as the eye still tells from black.
  { of: 'plum', inks: [56, 96, 9, 86], text: [56, 96, 9, 79] },
  { of: 'grey made of three colours', inks: [76, 67, 61, 69], text: [0, 0, 0, 100] },
  { of: 'black with a hue nobody sees', inks: [39, 80, 45, 97], text: [0, 0, 0, 100] },
  { of: 'black with cyan under it', inks: [40, 0, 0, 100], text: [0, 0, 0, 100] },
  { of: 'brown', inks: [50, 62, 70, 40], text: [40, 52, 60, 45] },
])('inks for letters of a $of', ({ inks, text }) => {
  expect(isRichBlack(inks)).toBe(true)
  expect(textInks(inks)).toEqual(text)
  expect(isRichBlack(textInks(inks))).toBe(false)
})
