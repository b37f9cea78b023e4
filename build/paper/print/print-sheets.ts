import { TabCrash } from '../../ground/index.ts'
import { type Fault, PaginationError, PrintError } from '../page/faults.ts'
import type { Workshop, Workshops } from '../page/workshop.ts'
import type { Sheets } from './assemble.ts'
import type { Marks } from './marks.ts'
import type { LaidSheets, MeasuredSheet } from './show-sheets.ts'

/** Rounding of two layouts of the same lines. */
const TOLERANCE_PX = 1

/** Sheets to be printed: sheets whose pages were measured when they were paged, or sheets that are no pages (null). */
type Printable = Pick<Sheets, 'item' | 'html' | 'first'> & { bottoms: readonly number[] | null }

type SheetPrinter = {
  /** Has Paged.js lay out the sheets of a document, proves that each page ends where it did when paged, and prints them, tagged.
   *  @throws PaginationError when a page moved, or its text leaves the sheet */
  print(sheets: Printable): Promise<PrintOutcome>
  [Symbol.asyncDispose](): Promise<void>
}

/** The sheets, and the meaning of their elements for the tags of the PDF. */
export type PrintOutcome = { pdf: Uint8Array; marks: Marks }

export async function openSheetPrinter(workshops: Workshops): Promise<SheetPrinter> {
  let workshop = await workshops.take()
  return {
    async print(sheets) {
      try {
        return await printIn(workshop, sheets)
      } catch (error) {
        // Chromium 147 dies of balanced lines around some spans that must not break: titles can do without.
        if (!(error instanceof TabCrash)) throw error
        workshop = await workshops.take()
        return await printIn(workshop, sheets, plainLines)
      }
    },
    async [Symbol.asyncDispose]() {
      // A tab that goes on pages other documents: nothing of these may have a say there.
      if (workshop.alive()) await workshop.ask(workshop.tab.evaluate(() => window.workbench.clearSheets()))
      await workshop[Symbol.asyncDispose]()
    },
  }
}

const plainLines = '.zone * { text-wrap: wrap !important }'

async function printIn(
  { tab, session, ask, takeRefused }: Workshop,
  sheets: Printable,
  css = '',
): Promise<PrintOutcome> {
  // One question, and one text for an answer: thousands of objects take the browser longer to hand over than to make.
  const { html, first } = sheets
  const answer = await ask(tab.evaluate((...all) => window.workbench.printSheets(...all), html, first, css))
  const refused = takeRefused()
  if (refused.length > 0) throw new PrintError(`adresse refusée : ${refused.join(', ')}`)
  const { faces, measures, marks }: LaidSheets = JSON.parse(answer)
  if (faces.length > 0) throw new PrintError(`police non chargée : ${faces.join(', ')}`)
  assertSame(sheets, measures)
  // The outline is written by `finish`; puppeteer's own way asks the tab twice more for each document.
  const { data } = await ask(
    session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    }),
  )
  return { pdf: Buffer.from(data, 'base64'), marks }
}

function assertSame({ item, bottoms }: Printable, measures: readonly MeasuredSheet[]): void {
  if (bottoms !== null && measures.length !== bottoms.length)
    throw new PrintError(`${measures.length} pages assemblées au lieu de ${bottoms.length}`)
  for (const [index, actual] of measures.entries()) {
    const faults: Fault[] = []
    const expected = bottoms?.[index]
    const page = index + 1
    if (expected !== undefined && Math.abs(actual.bottom - expected) > TOLERANCE_PX)
      faults.push({ kind: 'deplace', page, actual: actual.bottom, expected })
    if (actual.cut !== null) faults.push({ kind: 'coupe', page, text: actual.cut })
    if (actual.over !== null) faults.push({ kind: 'superpose', page, texts: actual.over })
    if (faults.length > 0) throw new PaginationError(item, faults)
  }
}
