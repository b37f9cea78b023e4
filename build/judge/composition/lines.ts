import type { Paragraph, Run } from './read-paragraphs.ts'

/** Counted, and how many of them are level. */
export type Level = { all: number; level: number }

/** How the lines of text of a page stand to the grid of its baselines. */
export type PageLines = {
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
export function pageLines(paragraphs: readonly Paragraph[]): PageLines {
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
