import { describe, expect, it } from 'vitest'
import { type Mark, markOf } from '../../../build/paper/print/marks.ts'
import { align, join, plant, WordsError } from '../../../build/pdf/tag/align.ts'
import type { Sequence } from '../../../build/pdf/tag/read-content.ts'
import { shape } from '../../../build/pdf/tag/shape.ts'
import type { ContentPiece, Kid, Tag } from '../../../build/pdf/tag/structure.ts'
import { order } from '../../../build/pdf/tag/tag-edition.ts'
import type { Folio } from '../../../src/text/page-plan.ts'

const piece = (id: number, page = 0): ContentPiece => ({ kind: 'piece', page, id })
const mark = (tag: string, rest: Partial<Mark> = {}): Mark => ({
  tag,
  classes: [],
  page: 1 as Folio,
  start: 0,
  end: 0,
  ...rest,
})
const tag = (name: string, kids: Kid[], rest: Partial<Mark> = {}): Tag => ({
  kind: 'tag',
  role: name,
  kids,
  mark: mark(name, rest),
})
const drawn = (text: string): Sequence => ({
  id: 0,
  name: 'P',
  start: 0,
  begin: 0,
  end: 0,
  text,
  ends: [...text].map((_, index) => index),
})
const sketch = (kids: readonly Kid[]): unknown[] =>
  kids.map(kid =>
    kid.kind === 'tag' ? [kid.role, ...sketch(kid.kids)] : kid.kind === 'piece' ? kid.id : 'lien',
  )

describe('the mark of an element', () => {
  it('is read from its language', () => {
    expect(markOf('fr-FR-x-m1c')).toBe(48)
    expect(markOf('fr-FR')).toBeNull()
    expect(markOf(undefined)).toBeNull()
  })
})

describe('the words of a page', () => {
  const spoken = (...texts: string[]) =>
    texts.map((text, id) => ({ piece: piece(id), sequence: drawn(text) }))

  it('are found in its text, and the spaces that nothing draws', () => {
    const { stretches, gaps } = align(spoken('de quoi', 'parle-t-', 'on ?'), '\nde quoi parle-t-on ?\n')
    expect(stretches).toEqual([
      { start: 1, end: 8 },
      { start: 9, end: 17 },
      { start: 17, end: 21 },
    ])
    expect(gaps.map(({ before, letter }) => [before.id, letter])).toEqual([[0, 6]])
  })

  it('need no space where one is drawn, in any width', () => {
    expect(align(spoken('p.\u00a0', '4', ' et'), 'p.\u00a04 et').gaps).toEqual([])
  })

  it('may end within a word, where Paged.js leaves a place to cut it', () => {
    expect(align(spoken('une adr'), '\nune adr\u200b\n').stretches).toEqual([{ start: 1, end: 8 }])
  })

  it.each([
    ['another letter', ['chat'], 'char'],
    ['a word too many', ['chat', 'noir'], 'chat'],
    ['a word too few', ['chat'], 'chat noir'],
  ])('are refused with %s', (_, texts, text) => {
    expect(() => align(spoken(...texts), text)).toThrow(WordsError)
  })
})

describe('the tree of a page', () => {
  it('puts each piece into the innermost element around it, also where the browser named none', () => {
    const marks: [number, Mark][] = [
      [0, mark('article', { start: 0, end: 20 })],
      [1, mark('p', { start: 0, end: 10, parent: 0 })],
      [2, mark('strong', { start: 3, end: 6, parent: 1 })],
      [3, mark('td', { start: 10, end: 10, parent: 0 })],
      [4, mark('p', { start: 11, end: 20, parent: 0 })],
    ]
    const words = [
      [0, 3],
      [3, 6],
      [6, 10],
      [11, 20],
    ].map(([start = 0, end = 0], id) => ({ piece: piece(id), stretch: { start, end } }))
    expect(sketch(plant({ marks, words, belongings: new Map() }, new Map()))).toEqual([
      ['article', ['p', 0, ['strong', 1], 2], ['td'], ['p', 3]],
    ])
  })
})

describe('halves of what a page cuts', () => {
  it('are joined all the way down, and a space is asked for where words would touch', () => {
    const kids: Kid[] = [
      tag('article', [tag('p', [piece(1)], { block: '4', to: true, spaced: true })], { to: true }),
      tag('article', [tag('p', [piece(2, 1)], { block: '4', from: true }), tag('p', [piece(3, 1)])], {
        from: true,
      }),
    ]
    expect(join(kids).map(({ id }) => id)).toEqual([1])
    expect(sketch(kids)).toEqual([['article', ['p', 1, 2], ['p', 3]]])
  })

  it('of two columns are joined with the column of the same kind', () => {
    const columns = (page: number, rest: Partial<Mark>) => [
      tag('div', [piece(page * 2)], { classes: ['marge'], ...rest }),
      tag('div', [piece(page * 2 + 1)], { classes: ['texte'], ...rest }),
    ]
    const kids: Kid[] = [
      tag('div', columns(0, { to: true }), { classes: ['rang'], to: true }),
      tag('div', columns(1, { from: true }), { classes: ['rang', 'suite'], from: true }),
    ]
    join(kids)
    order(kids)
    expect(sketch(kids)).toEqual([['div', ['div', 1, 3], ['div', 0, 2]]])
  })

  it('stay apart when they are not certain to be halves', () => {
    const kids: Kid[] = [
      tag('p', [piece(1)], { block: '4' }),
      tag('p', [piece(2, 1)], { block: '5', from: true }),
    ]
    expect(join(kids)).toEqual([])
    expect(sketch(kids)).toEqual([
      ['p', 1],
      ['p', 2],
    ])
  })
})

describe('the types of a tree', () => {
  const shaped = (...kids: Kid[]) =>
    sketch(shape(kids, { apart: (before, after) => after.id > before.id + 1, boxOf: () => [0, 0, 1, 1] }))

  it('dissolve what only holds others, and drop what holds nothing', () => {
    expect(shaped(tag('div', [tag('p', [piece(1)]), tag('p', [])]))).toEqual([['P', 1]])
  })

  it('make blocks of words that stand in none, one for each block of the page', () => {
    expect(
      shaped(tag('aside', [piece(1), tag('strong', [piece(2)]), piece(4), tag('p', [piece(5)])])),
    ).toEqual([['Div', ['P', 1, ['Strong', 2]], ['P', 4], ['P', 5]]])
  })

  it('give lists their bodies', () => {
    expect(shaped(tag('ul', [tag('li', [piece(1), tag('ul', [tag('li', [piece(2)])])])]))).toEqual([
      ['L', ['LI', ['LBody', 1, ['L', ['LI', ['LBody', 2]]]]]],
    ])
  })

  it('leave a table of a head alone its rows', () => {
    const head = tag('thead', [tag('tr', [tag('th', [piece(0)])])])
    const body = tag('tbody', [tag('tr', [tag('td', [piece(1)])])])
    expect(shaped(tag('table', [head]))).toEqual([['Table', ['TR', ['TH', 0]]]])
    expect(shaped(tag('table', [head, body]))).toEqual([
      ['Table', ['THead', ['TR', ['TH', 0]]], ['TBody', ['TR', ['TD', 1]]]],
    ])
  })
  it('make the sommaire a table of contents', () => {
    const list = tag('ol', [tag('li', [tag('a', [piece(1)])]), tag('li', [piece(2)])])
    expect(shaped(tag('article', [list], { classes: ['sommaire'] }))).toEqual([
      ['Art', ['TOC', ['TOCI', ['Reference', ['Link', 1]]], ['TOCI', ['P', 2]]]],
    ])
  })

  it('keep no drawing that says nothing, and describe the others', () => {
    expect(shaped(tag('svg', [piece(1)], { alt: '' }), tag('svg', [piece(2)], { alt: 'Une roue' }))).toEqual([
      ['Figure', 2],
    ])
  })
})
