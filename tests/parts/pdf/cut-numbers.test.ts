import { expect, test } from 'vitest'
import { withPdf } from '../../../build/judge/with-pdf.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, prose } from './documents.ts'
import { openWorkbench } from './workbench.ts'

/** Every stretch of text of a PDF, as pdf.js finds them. */
function stretchesOf(data: Uint8Array): Promise<string[]> {
  return withPdf(data, async pdf => {
    const all: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      all.push(...items.flatMap(item => ('str' in item ? [item.str.trim()] : [])))
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
  const numbers = (await stretchesOf(screen)).filter(text => /^[1-4]\.$/.test(text))
  expect(numbers).toEqual(['1.', '2.', '3.', '4.'])
})
