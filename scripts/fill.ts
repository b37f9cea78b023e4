/** `npm run fill -- PDF [FICHES]`: how full the pages of a screen PDF are, page by page. */
import { readFile } from 'node:fs/promises'
import { readKit } from '../build/disk/read-kit.ts'
import { readPdf } from '../build/judge/audit/read/pdf.ts'
import { pdfDocuments } from '../build/judge/audit/read/pdf-documents.ts'
import { measureComposition } from '../build/judge/composition/index.ts'

const [path, fiches = 'fiches'] = process.argv.slice(2)
if (!path) throw new Error('usage: npm run fill -- PDF [FICHES]')
const { kit } = await readKit(fiches)
if (!kit) throw new Error(`${fiches} has errors`)
const { signal } = new AbortController()
const bytes = await readFile(path)
const documents = pdfDocuments(await readPdf(bytes, signal), kit)
  .filter(({ item }) => item.kind === 'fiche' || (item.kind === 'page' && item.page.gabarit === 'texte'))
  .map(({ item, pages }) => ({ id: item.id, pages }))
const { pages, median, poor, holes, spreads, oneWord, overleaf, starts, columns, boxes } =
  await measureComposition(bytes, documents, signal)
const percent = (part: number) => `${Math.round(part * 100)} %`.padStart(5)
const share = ({ all, level }: { all: number; level: number }) => `${level}/${all}`
console.log('page   full  text  margin  hole   foot  starts  columns   boxes  one-word lines')
for (const { page, fill, left, right, oneWord, starts, columns, boxes } of pages)
  console.log(
    [
      String(page).padStart(4),
      percent(fill),
      percent(left.fill),
      percent(right.fill),
      `${Math.round(Math.max(left.hole, right.hole))} mm`.padStart(6),
      `${Math.round(Math.max(left.foot, right.foot))} mm`.padStart(6),
      share(starts).padStart(6),
      share(columns).padStart(6),
      share(boxes).padStart(6),
      oneWord.join(' | '),
    ].join('  '),
  )
console.log(
  `${pages.length} pages, median ${percent(median)}, poor: ${poor.map(({ page }) => page).join(' ') || 'none'}, holes over 27 mm: ${holes}, even spreads: ${spreads.even} of ${spreads.all}, one-word last lines: ${oneWord}, examples overleaf: ${overleaf}, first lines on the grid: ${share(starts)}, lines of text level with the other column: ${share(columns)}, lines of boxes: ${share(boxes)}`,
)
