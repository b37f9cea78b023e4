import { expect, test } from 'vitest'
import { overprinted } from '../../../build/judge/audit/checks/texts-apart.ts'

const text = (words: string, x: number, y: number, size = 10) => ({
  text: words,
  x,
  y,
  width: 0.5 * size * words.length,
  size,
  content: null,
})

test.each([
  ['two lines of a paragraph', [text('une ligne', 50, 700), text('une autre', 50, 686)]],
  ['words of one line', [text('une', 50, 700), text('ligne', 65, 700)]],
  ['a raised figure', [text('m', 50, 700), text('2', 54, 703, 6)]],
  ['letters kerned where a title changes its colour', [text('V', 50, 700, 70), text('A', 82, 700, 70)]],
  ['a space that runs out of its line', [text('ligne   ', 50, 700), text('  ', 60, 700)]],
  ['columns', [text('à gauche', 50, 700), text('à droite', 150, 700)]],
])('%s lie apart', (_, places) => {
  expect(overprinted(places)).toEqual([])
})

test('a line in the place of another, or half a line above it, is told once', () => {
  const line = text('une ligne du texte', 50, 700)
  expect(overprinted([line, text('et la cellule', 80, 700)])).toEqual([
    ['une ligne du texte', 'et la cellule'],
  ])
  expect(overprinted([line, text('et la cellule', 80, 703), text('une autre', 120, 697)])).toEqual([
    ['une ligne du texte', 'et la cellule'],
  ])
})

test('small words on a large title are told', () => {
  expect(overprinted([text('Grand titre', 50, 700, 40), text('petit texte', 60, 706, 9)])).toHaveLength(1)
})
