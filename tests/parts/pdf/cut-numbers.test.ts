import { expect, test } from 'vitest'
import { withPdf } from '../../../build/ground/disk/with-pdf.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs, prose } from './documents.ts'
import { openWorkbench } from './workbench.ts'

/** Every stretch of text of a PDF, as pdf.js finds them, and how far it begins from the left edge of its page, in mm. */
function stretchesOf(data: Uint8Array): Promise<{ words: string; left: number }[]> {
  return withPdf(data, async pdf => {
    const all: { words: string; left: number }[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      for (const item of items)
        if ('str' in item) all.push({ words: item.str.trim(), left: (Number(item.transform[4]) / 72) * 25.4 })
    }
    return all
  })
}

test('an item that columns and pages cut has its number once', async () => {
  await using workbench = await openWorkbench()
  const items = [400, 700, 400, 300].map((length, at) => `<li data-b="${at + 1}">${prose(length, at)}</li>`)
  const long = documentOf(fiche(8, 'achats'), levier('a', { texte: `<ol>${items.join('')}</ol>` }))
  const { screen, pages } = await workbench.build([long])
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
  await using workbench = await openWorkbench()
  const { screen } = await workbench.build([documentOf(fiche(8, 'achats'), body)])
  const stretches = await stretchesOf(screen)
  const lefts = stretches.flatMap(({ words, left }) => (/^\d+\.$/.test(words) ? [left] : []))
  expect(lefts).toHaveLength(count)
  // The title of the box, else the left margin of the page.
  const edge = stretches.find(({ words }) => words === 'Étapes')?.left ?? 20
  expect(Math.min(...lefts)).toBeGreaterThan(edge - 0.1)
})
