import type { Paragraph, Run } from './read-paragraphs.ts'

/** How the lines of text of a page stand to the grid of its baselines. */
export type PageLines = {
  /** Paragraphs and items of lists, and those of which the first line stands on the grid. */
  starts: { all: number; level: number }
  /** Lines of the right column beside which the left one has text, and those that are level with its line. */
  pairs: { all: number; level: number }
}

/** Distance of two lines of the grid, and the baseline of the first line of text at the head of a page, in mm. */
const [LINE, FIRST] = [4.5, 27 + 3.35]
/** Chromium draws a baseline on a whole px: so many mm may a line be off for it. */
const TOLERANCE = 0.3
/** Sizes of text, in pt: 10 in texts, 9.5 in the margin and in boxes. */
const SIZES = [9.5, 10]
/** What stands in the first and in the last column, whether the page is cut 102 : 60 or 81 : 81, in mm. */
const [LEFT, RIGHT] = [105, 130]
/** Wider than a column. */
const ACROSS = 110

/** Measures the lines set in the sizes of text; labels, headings, sources, tables and figures have lines of their own. */
export function pageLines(paragraphs: readonly Paragraph[]): PageLines {
  const texts = paragraphs.map(paragraph => paragraph.filter(isText)).filter(({ length }) => length > 0)
  const first = texts.map(paragraph => paragraph[0]?.baseline ?? 0)
  const runs = texts.flat().filter(({ left, right }) => right - left < ACROSS)
  const left = linesOf(runs.filter(run => run.left < LEFT))
  const right = linesOf(runs.filter(run => run.right > RIGHT))
  const away = right.map(line => Math.min(...left.map(other => Math.abs(other - line))))
  const beside = away.filter(distance => distance <= LINE / 2)
  return {
    starts: { all: first.length, level: first.filter(isOnGrid).length },
    pairs: { all: beside.length, level: beside.filter(distance => distance <= TOLERANCE).length },
  }
}

const isText = ({ text, size }: Run) => text.trim() !== '' && SIZES.some(one => Math.abs(one - size) < 0.1)

function isOnGrid(baseline: number): boolean {
  const lines = (baseline - FIRST) / LINE
  return Math.abs(lines - Math.round(lines)) * LINE <= TOLERANCE
}

/** The baselines of a column, each once. */
function linesOf(runs: readonly Run[]): number[] {
  const baselines = runs.map(({ baseline }) => baseline).sort((a, b) => a - b)
  return baselines.filter((baseline, index) => baseline - (baselines[index - 1] ?? 0) > 1)
}
