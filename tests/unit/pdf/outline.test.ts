import { expect, it } from 'vitest'
import type { Mark } from '../../../build/pdf/accessible/marks.ts'
import { bookmarksOf } from '../../../build/pdf/finish/outline.ts'
import { folio } from '../../../src/units.ts'

const title = (page: number, text: string): Mark => ({
  tag: 'h1',
  classes: [],
  page: folio(page),
  text,
  start: 0,
  end: 0,
})
const document = (page: number, title: string) => ({
  id: `page-${page}`,
  first: page,
  last: page,
  number: null,
  title,
})

it('a document that repeats the title of another is bookmarked under its own name', () => {
  const documents = [document(1, 'Couverture'), document(2, 'Avant'), document(3, 'Quatrième de couverture')]
  const marks = [title(1, 'Le carnet'), title(2, 'Avant-propos'), title(3, 'Le carnet')]
  expect(bookmarksOf(documents, marks, () => []).map(({ title }) => title)).toEqual([
    'Le carnet',
    'Avant-propos',
    'Quatrième de couverture',
  ])
})
