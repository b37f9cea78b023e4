import { expect, test } from 'vitest'
import { textsOfPdf } from '../../pdf-texts.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs, prose } from './documents.ts'
import { build } from './workbench.ts'

/** Every stretch of text of a PDF, and how far it begins from the left edge of its page, in mm. */
const stretchesOf = async (bytes: Uint8Array) =>
  (await textsOfPdf(bytes))
    .flatMap(({ texts }) => texts)
    .map(({ text, x }) => ({ words: text.trim(), left: (x / 72) * 25.4 }))

test('an item that columns and pages cut has its number once', async () => {
  const items = [400, 700, 400, 300].map((length, at) => `<li data-b="${at + 1}">${prose(length, at)}</li>`)
  const long = documentOf(fiche(8, 'achats'), levier('a', { texte: `<ol>${items.join('')}</ol>` }))
  const { screen, pages } = await build([long])
  expect(pages.count).toBeGreaterThan(2)
  const numbers = (await stretchesOf(screen)).flatMap(({ words }) => (/^[1-4]\.$/.test(words) ? [words] : []))
  expect(numbers).toEqual(['1.', '2.', '3.', '4.'])
})

const list = (count: number, digits: number) =>
  `<ol data-chiffres="${digits}">${Array.from({ length: count }, (_, at) => `<li>${prose(3, at)}</li>`).join('')}</ol>`
const info = `<aside class="bloc info" data-print="box"><p class="bloc-titre">Étapes</p>${list(11, 2)}</aside>`

test.each([
  ['a box', levier('a', { marge: info, texte: paragraphs(3, 60) }), 11],
  ['a text', levier('a', { texte: list(101, 3) }), 101],
])('numbers stand within %s, whatever their digits', async (_, body, count) => {
  const { screen } = await build([documentOf(fiche(8, 'achats'), body)])
  const stretches = await stretchesOf(screen)
  const lefts = stretches.flatMap(({ words, left }) => (/^\d+\.$/.test(words) ? [left] : []))
  expect(lefts).toHaveLength(count)
  // The title of the box, else the left margin of the page.
  const edge = stretches.find(({ words }) => words === 'Étapes')?.left ?? 20
  expect(Math.min(...lefts)).toBeGreaterThan(edge - 0.1)
})
