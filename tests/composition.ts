import type { PdfPage, PdfPlace, StructureNode } from '../build/gate/read/pdf.ts'

/** Reads how the lines of composed pages stand. */
export function measureComposition(pages: readonly PdfPage[]): PageLines {
  const lines = pages.map(page => pageLines(readParagraphs(page)))
  return {
    starts: sumOf(lines.map(({ starts }) => starts)),
    columns: sumOf(lines.map(({ columns }) => columns)),
    boxes: sumOf(lines.map(({ boxes }) => boxes)),
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

/** A piece of a line of text, in mm: its baseline under the top of the page, its left and right edge, and the size of its letters in pt. */
type Run = { text: string; baseline: number; left: number; right: number; size: number }
/** A paragraph or the body of an item of a list, as far as it stands on one page. */
type Paragraph = Run[]

const MM = 25.4 / 72

/** The paragraphs of a page of a tagged PDF; lists, boxes and captions count alike. */
function readParagraphs({ structure, places, top }: PdfPage): Paragraph[] {
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
  const walk = (node: StructureNode): void => {
    if (node.role === 'P' || node.role === 'LBody') paragraphs.push(runsIn(node))
    if (node.role !== 'P') for (const child of node.children) walk(child)
  }
  if (structure) walk(structure)
  return paragraphs
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
