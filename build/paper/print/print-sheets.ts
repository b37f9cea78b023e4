import { TabCrash } from '../../ground/index.ts'
import { type Fault, PaginationError, PrintError } from '../page/faults.ts'
import { ASSEMBLY, PAGE_SHEET, type Workshop, type Workshops } from '../page/workshop.ts'
import type { Sheets } from './assemble.ts'
import { type Marks, markElements } from './marks.ts'

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
  const take = async () => {
    const workshop = await workshops.take()
    await workshop.ask(workshop.tab.evaluate(printing))
    return workshop
  }
  let workshop = await take()
  return {
    async print(sheets) {
      try {
        return await printIn(workshop, sheets)
      } catch (error) {
        // Chromium 147 dies of balanced lines around some spans that must not break: titles can do without.
        if (!(error instanceof TabCrash)) throw error
        workshop = await take()
        return await printIn(workshop, sheets, plainLines)
      }
    },
    async [Symbol.asyncDispose]() {
      // A tab that goes on pages other documents: nothing of these may have a say there.
      if (workshop.alive()) await workshop.ask(workshop.tab.evaluate(() => window.clearSheets()))
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
  const answer = await ask(tab.evaluate((...all) => window.printSheets(...all), html, first, css))
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

/** Runs in the tab. Loads fonts first: Chromium splits a link into the pieces of lines laid out before. @returns the fonts
 *  that failed */
async function loadFonts(): Promise<string[]> {
  await window.workbench.loadFaces()
  return [...document.fonts]
    .filter(({ status }) => status === 'error')
    .map(({ family, weight }) => `${family} ${weight}`)
}

type LaidSheets = { faces: string[]; measures: Measured[]; marks: Marks }

declare global {
  interface Window {
    /** Lays out sheets, measures them and marks their elements. @param css more for Paged.js @returns `LaidSheets` in JSON */
    printSheets(html: string, first: number, css: string): Promise<string>
    clearSheets(): void
  }
}

type Measured = { bottom: number; cut: string | null }

async function measureSheets(): Promise<Measured[]> {
  // Pictures that are not there yet would have no height.
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
  return [...document.querySelectorAll('.pagedjs_pagebox')].map(page => {
    const zone = page.querySelector('.zone') ?? page
    const trim = page.getBoundingClientRect()
    let cut: string | null = null
    for (const placed of zone.querySelectorAll('.pose')) {
      // A placed text has a box of its own that it must not leave, and a page.
      const box = placed.getBoundingClientRect()
      if (placed.getClientRects().length === 0) continue
      // The box of a glyph is taller than a tight line: a third of the size is no overflow.
      const slack = Number.parseFloat(getComputedStyle(placed).fontSize) / 3
      const spills =
        placed.scrollHeight > placed.clientHeight + slack || placed.scrollWidth > placed.clientWidth + slack
      const leaves =
        box.left < trim.left - 1 ||
        box.right > trim.right + 1 ||
        box.top < trim.top - 1 ||
        box.bottom > trim.bottom + 1
      if (spills || leaves) cut ??= placed.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? ''
    }
    if (zone.querySelector('.colonnes'))
      cut ??= window.workbench.overflowOf(zone, zone.getBoundingClientRect())
    return { bottom: window.workbench.bottomOf(zone, zone.getBoundingClientRect().top), cut }
  })
}

const printing = `
{
  const [assembly, page] = ['${ASSEMBLY}', '${PAGE_SHEET}'].map(id => document.getElementById(id))
  let clear = () => {}
  window.clearSheets = () => {
    clear()
    assembly.media = 'not all'
  }
  window.printSheets = async (html, first, css) => {
    clear()
    assembly.media = 'all'
    const faces = await (${loadFonts})()
    const host = document.body.appendChild(document.createElement('div'))
    clear = await window.workbench.laySheets(html, page.textContent + css, first, host)
    const measures = await (${measureSheets})()
    return JSON.stringify({ faces, measures, marks: (${markElements})() })
  }
}`

function assertSame({ item, bottoms }: Printable, measures: readonly Measured[]): void {
  if (bottoms !== null && measures.length !== bottoms.length)
    throw new PrintError(`${measures.length} pages assemblées au lieu de ${bottoms.length}`)
  for (const [index, actual] of measures.entries()) {
    const faults: Fault[] = []
    const expected = bottoms?.[index]
    const page = index + 1
    if (expected !== undefined && Math.abs(actual.bottom - expected) > TOLERANCE_PX)
      faults.push({ kind: 'deplace', page, actual: actual.bottom, expected })
    if (actual.cut !== null) faults.push({ kind: 'coupe', page, text: actual.cut })
    if (faults.length > 0) throw new PaginationError(item, faults)
  }
}
