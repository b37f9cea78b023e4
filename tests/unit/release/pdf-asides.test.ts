import { expect, it } from 'vitest'
import { parseHtml } from '../../../build/judge/audit/read/html.ts'
import type { PdfPage, PdfPlace } from '../../../build/judge/audit/read/pdf.ts'
import { misboxed, numberedIn, unnumbered } from '../../../build/release/gate/pdf-asides.ts'
import type { PdfTag } from '../../../build/release/gate/pdf-tags.ts'

const tag = (role: string, more: Partial<PdfTag> = {}): PdfTag => ({
  role,
  page: 1,
  expansion: null,
  numbering: null,
  items: 0,
  box: null,
  contents: [],
  ...more,
})

const word = (text: string, x: number, y: number, content: number | null): PdfPlace => ({
  text,
  x,
  y,
  width: 20,
  size: 9,
  content,
})

const page = (...places: PdfPlace[]): PdfPage => ({
  number: 1,
  text: '',
  elements: [],
  artefacts: '',
  places,
  links: [],
  structure: null,
  width: 595,
  height: 842,
  top: 842,
})

it('items count as numbered in a list that says how it counts', () => {
  const items = 3
  expect(numberedIn([tag('L', { items, numbering: 'Decimal' }), tag('L', { items: 2 })])).toBe(3)
  expect(numberedIn([tag('L', { items, numbering: 'None' }), tag('L', { items, numbering: 'Disc' })])).toBe(0)
})

it('a numbered list of the site is one in print, apart from those of blocks', () => {
  const body = parseHtml('<ol><li>un</li><li>deux</li></ol><div class="bloc"><ol><li>trois</li></ol></div>')
  const said = (numbering: string) => [...unnumbered('Fiche', body, [tag('L', { items: 2, numbering })])]
  expect(said('Decimal')).toEqual([])
  expect(said('None')[0]?.message).toMatch(/de liste numérotée \(ListNumbering\) au lieu de 2/)
})

it('the box of a figure holds its own words and no others', () => {
  const box = [100, 400, 300, 500] as [number, number, number, number]
  const figure = tag('Figure', { box, contents: [1] })
  const said = (...places: PdfPlace[]) => [...misboxed('Fiche', [page(...places)], [figure])]
  expect(said(word('mai', 120, 420, 1), word('après', 100, 380, 2), word('12', 200, 450, null))).toEqual([])
  expect(said(word('mai', 120, 380, 1))[0]?.message).toMatch(/laisse dehors « mai »/)
  expect(said(word('après', 120, 420, 2))[0]?.message).toMatch(/couvre « après »/)
})

it('the box of a figure lies on its page', () => {
  const figure = tag('Figure', { box: [100, 400, 700, 500] })
  expect([...misboxed('Fiche', [page()], [figure])][0]?.message).toMatch(/n’est pas sur sa page/)
})
