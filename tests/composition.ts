import type { PdfPage, PdfPlace, StructureNode } from '../build/gate/read/pdf.ts'
import { openPdfium } from '../build/gate/read/pdf.ts'

/** The pages of a document that are composed, as they were read from the PDF. */
type Composed = { id: string; pages: readonly PdfPage[] }

type PageComposition = PageFill &
  PageLines & {
    page: number
    document: string
    last: boolean
    /** Examples that begin overleaf from their levers: on a left page, before any text. */
    overleaf: string[]
  }

type Composition = {
  pages: PageComposition[]
  /** Share of the text area that the middle page fills, from 0 to 1. */
  median: number
  /** Pages under half full, of which the document goes on; last pages under a third. */
  poor: PageComposition[]
  /** Pages with a hole of more than 27 mm in a column. */
  holes: number
  overleaf: number
} & PageLines

const HOLE = 27

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
    overleaf: page.number % 2 === 0 ? led : [],
  }
}

function composition(pages: PageComposition[]): Composition {
  const fills = pages.map(({ fill }) => fill).sort((a, b) => a - b)
  return {
    pages,
    median: fills[fills.length >> 1] ?? 0,
    poor: pages.filter(({ fill, last }) => fill < (last ? 0.33 : 0.5)),
    holes: pages.filter(({ left, right }) => Math.max(left.hole, right.hole) > HOLE).length,
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

/** Counted, and how many of them are level. */
type Level = { all: number; level: number }

/** How the lines of text of a page stand to the grid of its baselines. */
type PageLines = {
  /** Paragraphs and items of lists of texts and boxes, and those of which the first line stands on the grid. */
  starts: Level
  /** Lines of running text in the right column beside which the left one has running text, and those that are level with its line. */
  columns: Level
  /** The same for lines of a box beside a text or a box. */
  boxes: Level
}

/** Distance of two lines of the grid, and the baseline of the first line of text at the head of a page, in mm. */
const [LINE, FIRST] = [4.5, 27 + 3.35]
/** Chromium draws a baseline on a whole px: so many mm may a line be off for it. */
const TOLERANCE = 0.3
/** Sizes of letters in running text, and in boxes, in pt. */
const [TEXT, BOX] = [10, 9.5]
/** What stands in the first and in the last column, whether the page is cut 102 : 60 or 81 : 81, in mm. */
const [LEFT, RIGHT] = [105, 130]
/** Wider than a column. */
const ACROSS = 110

/** Measures the lines set in the sizes of text; labels, headings, sources, tables and figures have lines of their own, and so has what a
 *  figure or a name begins. */
function pageLines(paragraphs: readonly Paragraph[]): PageLines {
  const texts = paragraphs.filter(beginsAsText).map(paragraph => paragraph.filter(isText))
  const first = texts.map(([run]) => run?.baseline ?? 0)
  const runs = texts.flat().filter(({ left, right }) => right - left < ACROSS)
  const left = runs.filter(run => run.left < LEFT)
  const right = runs.filter(run => run.right > RIGHT)
  const running = (side: readonly Run[]) => linesOf(side.filter(run => isOf(run, TEXT)))
  return {
    starts: { all: first.length, level: first.filter(isOnGrid).length },
    columns: pairsOf(running(left), running(right)),
    boxes: pairsOf(linesOf(left), linesOf(right.filter(run => isOf(run, BOX)))),
  }
}

const isOf = ({ size }: Run, one: number) => Math.abs(one - size) < 0.1
const isDrawn = ({ text }: Run) => text.trim() !== ''
const isText = (run: Run) => isDrawn(run) && (isOf(run, TEXT) || isOf(run, BOX))
const beginsAsText = (paragraph: Paragraph) => paragraph.filter(isDrawn).findIndex(isText) === 0

function isOnGrid(baseline: number): boolean {
  const lines = (baseline - FIRST) / LINE
  return Math.abs(lines - Math.round(lines)) * LINE <= TOLERANCE
}

/** The baselines of a column, each once. */
function linesOf(runs: readonly Run[]): number[] {
  const baselines = runs.map(({ baseline }) => baseline).sort((a, b) => a - b)
  return baselines.filter((baseline, index) => baseline - (baselines[index - 1] ?? 0) > 1)
}

/** The lines of a column beside which the other has one. */
function pairsOf(others: readonly number[], lines: readonly number[]): Level {
  const away = lines.map(line => Math.min(...others.map(other => Math.abs(other - line))))
  const beside = away.filter(distance => distance <= LINE / 2)
  return { all: beside.length, level: beside.filter(distance => distance <= TOLERANCE).length }
}

/** A page drawn at 72 dpi: four bytes a pixel. */
type Drawn = { data: Uint8Array; width: number; height: number }

/** How full a page is, from 0 to 1, and its two columns; the holes of each between its first and its last ink, in mm. */
type PageFill = {
  fill: number
  left: ColumnFill
  right: ColumnFill
}

type ColumnFill = {
  fill: number
  /** The largest white stretch of the column that has ink below it, in mm. */
  hole: number
  /** Where its ink ends, in mm under the top of the text area. */
  foot: number
}

const PX = 72 / 25.4
/** The text area, in mm from the trim's top left corner. */
const AREA = { top: 27, bottom: 276 }
/** Strips that stand in the first and in the last column, whether the page is cut 102 : 60 or 81 : 81. */
const LEFT_STRIP = { from: 20, to: 105 }
const RIGHT_STRIP = { from: 130, to: 190 }
const WEIGHT = { left: 102, right: 60 }
/** White between lines, blocks and rows that no eye takes for a hole, in mm. */
const GAP = 12

/** Measures the ink over the text area of an A4 page without bleed; any colour is ink, the tint of a panel too. */
function pageFill(page: Drawn): PageFill {
  const left = columnFill(page, LEFT_STRIP)
  const right = columnFill(page, RIGHT_STRIP)
  const fill = (WEIGHT.left * left.fill + WEIGHT.right * right.fill) / (WEIGHT.left + WEIGHT.right)
  return { fill, left, right }
}

function columnFill(page: Drawn, strip: { from: number; to: number }): ColumnFill {
  const [top, bottom] = [Math.round(AREA.top * PX), Math.round(AREA.bottom * PX)]
  let inked = 0
  let hole = 0
  let last = top - 1
  for (let row = top; row < bottom; row++) {
    if (!hasInk(page, row, strip)) continue
    const white = row - last - 1
    if (white <= GAP * PX) inked += white
    else hole = Math.max(hole, white / PX)
    inked++
    last = row
  }
  return { fill: inked / (bottom - top), hole, foot: (last + 1 - top) / PX }
}

function hasInk({ data, width }: Drawn, row: number, { from, to }: { from: number; to: number }): boolean {
  const start = (row * width + Math.round(from * PX)) * 4
  const end = (row * width + Math.round(to * PX)) * 4
  for (let at = start; at < end; at += 4)
    if ((data[at] ?? 255) < 250 || (data[at + 1] ?? 255) < 250 || (data[at + 2] ?? 255) < 250) return true
  return false
}

/** A piece of a line of text, in mm: its baseline under the top of the page, its left and right edge, and the size of its letters in pt. */
type Run = { text: string; baseline: number; left: number; right: number; size: number }
/** A paragraph or the body of an item of a list, as far as it stands on one page. */
type Paragraph = Run[]

type PageText = {
  paragraphs: Paragraph[]
  /** Labels of examples that begin before any text of the page: their levers ended on a page before. */
  led: string[]
}

const MM = 25.4 / 72
/** The label that an example begins with. */
const EXAMPLE = /^(\S+ )?Exemple$/

/** The paragraphs of a page of a tagged PDF; lists, boxes and captions count alike. */
function readParagraphs({ structure, places, top }: PdfPage): PageText {
  const free = new Set(places)
  const placed = new Map<StructureNode, readonly PdfPlace[]>()
  /** The pieces of one content follow each other: the first free ones that say its text. */
  const placesOf = (content: StructureNode): readonly PdfPlace[] => {
    const text = content.text.replaceAll('\n', '')
    for (let from = 0; from < places.length; from++)
      for (let to = from + 1, said = ''; to <= places.length && text.startsWith(said); to++) {
        said += places[to - 1]?.text ?? ''
        const run = places.slice(from, to)
        if (said !== text || !run.every(place => free.has(place))) continue
        for (const place of run) free.delete(place)
        return run
      }
    return []
  }
  const runsIn = (node: StructureNode) =>
    contentsIn(node).flatMap(content => {
      const run = placed.get(content) ?? placesOf(content)
      placed.set(content, run)
      return run.map(place => runOf(place, top))
    })
  const paragraphs: Paragraph[] = []
  const led: string[] = []
  let text = false
  const walk = (node: StructureNode, inBox: boolean): void => {
    const box = inBox || node.role === 'Div'
    const [first] = node.children
    if (node.role === 'Div' && !text && first) {
      const label = wordsOf(runsIn(first))
      if (EXAMPLE.test(label)) led.push(label)
    }
    if (node.role === 'P' || node.role === 'LBody') {
      paragraphs.push(runsIn(node))
      text ||= !box
      if (node.role === 'P') return
    }
    for (const child of node.children) walk(child, box)
  }
  if (structure) walk(structure, false)
  return { paragraphs, led }
}

const runOf = ({ text, x, y, width, size }: PdfPlace, top: number): Run => ({
  text,
  baseline: (top - y) * MM,
  left: x * MM,
  right: (x + width) * MM,
  size,
})

/** Content of a paragraph; a list within an item has paragraphs of its own. */
const contentsIn = (node: StructureNode): StructureNode[] =>
  node.role === ''
    ? [node]
    : node.children.flatMap(child => (child.role === 'P' || child.role === 'L' ? [] : contentsIn(child)))

const wordsOf = (runs: readonly Run[]) =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim()
