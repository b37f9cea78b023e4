import { expect, test } from 'vitest'
import { readPdf } from '../../../build/gate/read/pdf.ts'
import { measureComposition } from '../../composition.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, exemple, levier, paragraphs } from './documents.ts'
import { openWorkbench } from './workbench.ts'

const { signal } = new AbortController()
const examples = (count: number) =>
  Array.from({ length: count }, (_, index) => exemple(`e-${index}`, 40)).join('')

test('the examples that begin overleaf from their lever are counted: none but those that have no other place', async () => {
  await using workbench = await openWorkbench()
  const overleafOf = async (body: string) => {
    const { item, html } = documentOf(fiche(8, 'achats'), body)
    const { screen } = await workbench.build([{ item, html }])
    const { pages } = await readPdf(screen, signal)
    const { overleaf } = measureComposition(pages)
    return { overleaf, pages: pages.length }
  }
  const short = (id: string, count: number) =>
    levier(id, { marge: examples(count), texte: paragraphs(1, 30, 2) })
  // The fiche begins on a right page, and its first lever under its head: more examples than that page has room for.
  const crowded = await overleafOf(short('a', 8))
  expect(crowded.pages).toBe(2)
  expect(crowded.overleaf).toBeGreaterThan(0)
  // A second lever takes its examples to the next page.
  expect(await overleafOf(levier('a', { texte: paragraphs(4, 90, 1) }) + short('b', 5))).toMatchObject({
    overleaf: 0,
  })
})
