import { expect, test } from 'vitest'
import { endsOf } from '../../../build/atelier/app/paper/sheets-view.ts'

/** Of the text area, in mm. */
const HEIGHT = 249

/** A page whose text ends at this part of it. */
const filled = (part: number, heading: string | null = null) => ({
  bottom: (part * HEIGHT * 96) / 25.4,
  heading,
})

test.each([
  ['a page alone, however it ends', [filled(0.3)], []],
  ['a last page that is fuller', [filled(1), filled(0.6)], ['La dernière page est remplie à 60 %.']],
  [
    'a last page that holds little',
    [filled(1), filled(1), filled(0.1)],
    ['La dernière page est remplie à 10 %.', 'Un peu plus court, le texte tiendrait en 2 pages.'],
  ],
  [
    'a page with white at its foot, and a heading there',
    [filled(0.8, 'Les leviers'), filled(0.9)],
    [
      'Page 7 : le titre « Les leviers » reste seul en bas.',
      `Page 7 : ${Math.round((HEIGHT * 0.2) / 10)} cm de blanc en bas.`,
      'La dernière page est remplie à 90 %.',
    ],
  ],
])('how the pages end: %s', (_, pages, remarks) => {
  expect(endsOf(pages, HEIGHT, 7)).toEqual(remarks)
})
