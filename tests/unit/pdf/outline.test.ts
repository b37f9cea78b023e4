import { expect, it } from 'vitest'
import type { Mark } from '../../../build/paper/print/marks.ts'
import { bookmarkOf, tellApart } from '../../../build/pdf/bind/navigation.ts'
import { folio } from '../../../src/text/page-plan.ts'

const heading = (tag: string, text: string): Mark => ({
  tag,
  classes: [],
  page: folio(1),
  text,
  start: 0,
  end: 0,
})
const bookmark = (number: number | null, title: string, ...marks: Mark[]) =>
  bookmarkOf({ number, title }, marks, () => [])

it('a document is bookmarked under its number and its title, its sections and levers under it', () => {
  const marks = [
    heading('h1', 'Acheter'),
    heading('h2', 'Leviers'),
    heading('h3', 'Un'),
    heading('h2', 'Fin'),
  ]
  expect(bookmark(8, 'Fiche 8', ...marks)).toEqual({
    title: '8. Acheter',
    view: [],
    under: [
      { title: 'Leviers', view: [], under: [{ title: 'Un', view: [], under: [] }] },
      { title: 'Fin', view: [], under: [] },
    ],
  })
})

it('a document that prints no title is bookmarked under its name', () => {
  expect(bookmark(null, 'Quatrième de couverture').title).toBe('Quatrième de couverture')
})

it('a heading without words is an error', () => {
  expect(() => bookmark(null, 'Avant', heading('h1', 'Avant'), heading('h2', ''))).toThrow('Avant')
})

it('a document that repeats the title of another is bookmarked under its own name', () => {
  const documents = ['Couverture', 'Avant', 'Quatrième de couverture'].map(title => ({ number: null, title }))
  const bookmarks = ['Le carnet', 'Avant-propos', 'Le carnet'].map(text =>
    bookmark(null, '', heading('h1', text)),
  )
  expect(tellApart(bookmarks, documents).map(({ title }) => title)).toEqual([
    'Le carnet',
    'Avant-propos',
    'Quatrième de couverture',
  ])
})
