import type { PdfPage } from '../audit/read/pdf.ts'
import { openPdfium } from '../open-pdfium.ts'
import { type Level, type PageLines, pageLines } from './lines.ts'
import { oneWordEnd } from './one-word.ts'
import { type PageFill, pageFill } from './page-fill.ts'
import { readParagraphs } from './read-paragraphs.ts'

/** The pages of a document that are composed, as they were read from the PDF. */
export type Composed = { id: string; pages: readonly PdfPage[] }

export type PageComposition = PageFill &
  PageLines & {
    page: number
    document: string
    last: boolean
    /** Paragraphs that end with one word on a line. */
    oneWord: string[]
    /** Examples that begin overleaf from their levers: on a left page, before any text. */
    overleaf: string[]
  }

export type Composition = {
  pages: PageComposition[]
  /** Share of the text area that the middle page fills, from 0 to 1. */
  median: number
  /** Pages under half full, of which the document goes on; last pages under a third. */
  poor: PageComposition[]
  /** Pages with a hole of more than 27 mm in a column. */
  holes: number
  /** Spreads of which both pages go on, and those whose feet differ by 13.5 mm at most. */
  spreads: { all: number; even: number }
  oneWord: number
  overleaf: number
} & PageLines

const HOLE = 27
const FEET = 13.5

/** Measures how the pages of a screen PDF are filled, at 72 dpi: drawn by PDFium, as they were read by pdf.js. */
export async function measureComposition(
  bytes: Uint8Array,
  documents: readonly Composed[],
  signal: AbortSignal,
): Promise<Composition> {
  using pdfium = await openPdfium()
  using file = await pdfium.open(bytes)
  const compositions: PageComposition[] = []
  for (const { id, pages } of documents)
    for (const page of pages) {
      signal.throwIfAborted()
      const drawn = await file.getPage(page.number - 1).render({ scale: 1, render: 'bitmap' })
      compositions.push({
        ...pageFill(drawn),
        ...textOf(page),
        page: page.number,
        document: id,
        last: page === pages.at(-1),
      })
    }
  return composition(compositions)
}

function textOf(page: PdfPage) {
  const { paragraphs, led } = readParagraphs(page)
  return {
    ...pageLines(paragraphs),
    oneWord: paragraphs.flatMap(paragraph => oneWordEnd(paragraph) ?? []),
    overleaf: page.number % 2 === 0 ? led : [],
  }
}

function composition(pages: PageComposition[]): Composition {
  const fills = pages.map(({ fill }) => fill).sort((a, b) => a - b)
  const feet = (page: PageComposition) => Math.max(page.left.foot, page.right.foot)
  const spreads = pages.flatMap((page, index) => {
    const next = pages[index + 1]
    const facing = next && page.page % 2 === 0 && next.document === page.document && !next.last
    return facing ? [Math.abs(feet(page) - feet(next))] : []
  })
  return {
    pages,
    median: fills[fills.length >> 1] ?? 0,
    poor: pages.filter(({ fill, last }) => fill < (last ? 0.33 : 0.5)),
    holes: pages.filter(({ left, right }) => Math.max(left.hole, right.hole) > HOLE).length,
    spreads: { all: spreads.length, even: spreads.filter(difference => difference <= FEET).length },
    oneWord: pages.reduce((sum, { oneWord }) => sum + oneWord.length, 0),
    overleaf: pages.reduce((sum, { overleaf }) => sum + overleaf.length, 0),
    starts: sumOf(pages.map(({ starts }) => starts)),
    columns: sumOf(pages.map(({ columns }) => columns)),
    boxes: sumOf(pages.map(({ boxes }) => boxes)),
  }
}

const sumOf = (counts: readonly Level[]) => ({
  all: counts.reduce((sum, { all }) => sum + all, 0),
  level: counts.reduce((sum, { level }) => sum + level, 0),
})
