import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import type { Mark } from '../../../build/paper/print/marks.ts'
import {
  type Bookmark,
  bookmarkOf,
  createViews,
  labelPages,
  tellApart,
  writeOutline,
} from '../../../build/pdf/bind/navigation.ts'
import { PdfFile } from '../../../build/pdf/object/pdf-file.ts'
import { Dict } from '../../../build/pdf/object/values.ts'
import { writeValue } from '../../../build/pdf/object/write-file.ts'
import { folio } from '../../../src/text/page-plan.ts'

const heading = (tag: string, text: string): Mark => ({
  ...{ tag, classes: [], page: folio(1), text, start: 0, end: 0 },
})
const leaf = (title: string, ...under: Bookmark[]): Bookmark => ({ title, view: [], under })
const bookmark = (number: number | null, title: string, ...marks: Mark[]) =>
  bookmarkOf({ number, title }, marks, () => [])
/** A file of a page, 100 × 300 pt. */
async function onePage(): Promise<PdfFile> {
  const pdf = await PDFDocument.create()
  pdf.addPage([100, 300])
  return PdfFile.open(await pdf.save())
}

it('a document is bookmarked under its number and its title, its sections and levers under it', () => {
  const [title, levers, lever, end] = ['h1 Acheter', 'h2 Leviers', 'h3 Un', 'h2 Fin'].map(text =>
    heading(text.slice(0, 2), text.slice(3)),
  ) as [Mark, Mark, Mark, Mark]
  expect(bookmark(8, 'Fiche 8', title, levers, lever, end)).toEqual(
    leaf('8. Acheter', leaf('Leviers', leaf('Un')), leaf('Fin')),
  )
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
  const titles = tellApart(bookmarks, documents).map(({ title }) => title)
  expect(titles).toEqual(['Le carnet', 'Avant-propos', 'Quatrième de couverture'])
})

it.each([
  ['open', 4, 3],
  ['closed', 1, -1],
] as const)(
  'bookmarks are %s: the document shows %d of them, its first one has %d under it',
  async (state, shown, under) => {
    const file = await onePage()
    writeOutline(file, [leaf('8. Acheter', leaf('Leviers', leaf('Un'), leaf('Deux')))], state)
    const root = file.catalog.need('Outlines', Dict)
    expect([root.get('Count'), root.need('First', Dict).get('Count')]).toEqual([shown, under])
  },
)

it('a heading that is gone to has white above it, a document the top of its page', async () => {
  const viewOf = createViews(await onePage(), 1)
  const topOf = ([, , , top]: readonly unknown[]) => top
  expect(topOf(viewOf({ page: 1 }))).toBe(300)
  const levier = { ...heading('h3', 'Un'), box: [0, 200, 50, 220] } as Mark
  expect(topOf(viewOf(levier))).toBe(300 - 150 + 12)
  expect(topOf(viewOf({ ...levier, box: [0, 2, 50, 22] } as Mark))).toBe(300)
})

it('a viewer shows the numbers that are printed: of a cover none, Roman, those of the kit', async () => {
  const file = await onePage()
  labelPages(file, [
    { count: 1, first: null },
    { count: 3, first: 1, numerals: 'roman' },
    { count: 2, first: 8 },
  ])
  const labels = writeValue(file.catalog.need('PageLabels', Dict), ({ number }) => number)
  expect(labels).toBe('<</Nums [0 <<>> 1 <</S /r>> 4 <</S /D/St 8>>]>>')
})
