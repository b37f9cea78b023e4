import { expect, test } from 'vitest'
import { readPdf } from '../../../build/gate/read/pdf.ts'
import { measureComposition } from '../../composition.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, exemple, levier, paragraphs, prose } from './documents.ts'
import { openWorkbench } from './workbench.ts'

const { signal } = new AbortController()
const examples = (count: number) =>
  Array.from({ length: count }, (_, index) => exemple(`e-${index}`, 40)).join('')

test('the examples that begin overleaf from their lever are counted: none but those that have no other place', async () => {
  await using workbench = await openWorkbench()
  const overleafOf = async (body: string, chapo = '') => {
    const { item, html } = documentOf(fiche(8, 'achats'), body)
    const whole = html.replace('</header>', `</header>${chapo}`)
    const { screen } = await workbench.build([{ item, html: whole }])
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
  // A list of three is broken before its last item, on whose page the second box begins.
  const chapo = `<div class="rang chapo-rang"><div class="texte"><div class="chapo"><p>${prose(80, 8)}</p></div></div></div>`
  const list = `<p>Elle peut :</p><ul>${[40, 15, 40].map((count, seed) => `<li>${prose(count, seed)}</li>`).join('')}</ul>`
  const boxes = `${exemple('x', 100).replace('bloc exemple', 'bloc info').replace(' breaks', '')}${exemple('y', 95)}`
  const levers = levier('a', { marge: boxes, texte: list }) + levier('b', { texte: paragraphs(6, 60, 3) })
  expect(await overleafOf(levers, chapo)).toMatchObject({ overleaf: 0 })
  // A second lever takes its examples to the next page.
  expect(await overleafOf(levier('a', { texte: paragraphs(4, 90, 1) }) + short('b', 5))).toMatchObject({
    pages: 2,
    overleaf: 0,
  })
})
