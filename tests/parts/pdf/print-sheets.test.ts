import { afterAll, beforeAll, expect, it } from 'vitest'
import { TabCrash } from '../../../build/ground/browser/offline-tab.ts'
import type { Workshop, Workshops } from '../../../build/paper/page/workshop.ts'
import { assemble, type Sheets } from '../../../build/paper/print/assemble.ts'
import { openSheetPrinter } from '../../../build/paper/print/print-sheets.ts'
import { PdfFile } from '../../../build/pdf/object/pdf-file.ts'
import type { FichePubliee } from '../../../src/kit/kit.ts'
import { fiche } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs } from './documents.ts'
import { ownWorkshops, page, styles } from './workbench.ts'

const achats = fiche(8, 'achats', 'Achats')
let workshops: Workshops
let sheets: Sheets
beforeAll(async () => {
  workshops = await ownWorkshops()
  sheets = await sheetsOf(achats)
})
async function sheetsOf(one: FichePubliee): Promise<Sheets> {
  const paged = await page([documentOf(one, levier('a', { texte: paragraphs(12, 90) }))])
  const [only] = assemble(paged, styles).sheets
  return only as Sheets
}
afterAll(() => workshops?.[Symbol.asyncDispose]())

it('prints in another tab, without balanced lines, what its tab dies of', async () => {
  const taken: Workshop[] = []
  const failing: Workshops = {
    ...workshops,
    async take() {
      const workshop = await workshops.take()
      let asked = 0
      taken.push(workshop)
      return taken.length > 1
        ? workshop
        : { ...workshop, ask: work => (++asked > 1 ? Promise.reject(new TabCrash()) : workshop.ask(work)) }
    },
  }
  await using printer = await openSheetPrinter(failing)
  const { pdf } = await printer.print(sheets)
  expect(taken).toHaveLength(2)
  const wrapping = () => getComputedStyle(document.querySelector('h1') as Element).textWrapStyle
  expect(await taken[1]?.tab.evaluate(wrapping)).toBe('auto')
  expect(PdfFile.open(pdf).pages).toHaveLength(sheets.bottoms.length)
})

it('prints the number of any fiche on one line: the widest digits are wider than those of sixteen fiches', async () => {
  await using printer = await openSheetPrinter(workshops)
  for (const number of [66, 90, 999])
    await expect(printer.print(await sheetsOf(fiche(number, 'achats', 'Achats')))).resolves.toBeDefined()
})
