import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPdfium } from '../build/gate/read/pdf.ts'

/** `npx tsx tests/page-fill.ts DIST`: how full the pages of the fiches of an edition are, page by page. */

/** A page of a fiche. `fill`: the share of its text area that is inked, both columns weighed, from 0 to 1. */
type PageFill = {
  fiche: number
  page: number
  last: boolean
  fill: number
  left: ColumnFill
  right: ColumnFill
}

/** `hole`: the largest stretch without ink that has ink under it; `foot`: the end of the ink under the top of the text area. In mm. */
type ColumnFill = { fill: number; hole: number; foot: number }

const PX = 72 / 25.4
/** The text area of an A4 page, in mm under its top. */
const AREA = { top: 27, bottom: 276 }
/** What stands in the first and in the last column, whether the page is cut 102 : 60 or 81 : 81, in mm. */
const [LEFT, RIGHT] = [
  { from: 20, to: 105, weight: 102 / 162 },
  { from: 130, to: 190, weight: 60 / 162 },
]
/** White between lines, blocks and rows that no eye takes for a hole, in mm. */
const GAP = 12
/** A tint is lighter in its darkest channel, and paper lighter still. */
const [TINT, PAPER] = [215, 250]
/** The padding of a panel belongs to its ink, in mm; the blank tint beyond is empty. */
const PADDING = 5
/** Distance of two lines ruled for notes, in mm. */
const NOTE = 9
/** The two sides of a frame are fewer pixels: what it has inside counts. */
const LEAST = 5

/** Measures the pages of all fiches of an edition, on its screen PDF, drawn by PDFium at 72 dpi. */
async function measureFill(dist: string): Promise<PageFill[]> {
  const { slug, fiches } = JSON.parse(await readFile(join(dist, 'pdf/extrait-liste.json'), 'utf8')) as {
    slug: string
    fiches: { number: number; first: number; last: number }[]
  }
  using pdfium = await openPdfium()
  using file = await pdfium.open(await readFile(join(dist, `pdf/${slug}-ecran.pdf`)))
  const fills: PageFill[] = []
  for (const { number, first, last } of fiches)
    for (let page = first; page <= last; page++) {
      const drawn = await file.getPage(page - 1).render({ scale: 1, render: 'bitmap' })
      const [left, right] = [columnFill(drawn, LEFT), columnFill(drawn, RIGHT)]
      const fill = LEFT.weight * left.fill + RIGHT.weight * right.fill
      fills.push({ fiche: number, page, last: page === last, fill, left, right })
    }
  return fills
}

const medianOf = (fills: readonly PageFill[]): number =>
  fills.map(({ fill }) => fill).sort((a, b) => a - b)[fills.length >> 1] ?? 0

/** A page drawn at 72 dpi: four bytes a pixel. */
type Drawn = { data: Uint8Array; width: number; height: number }
type Strip = { from: number; to: number }

function columnFill(page: Drawn, strip: Strip): ColumnFill {
  const [top, bottom] = [Math.round(AREA.top * PX), Math.round(AREA.bottom * PX)]
  const rows = Array.from({ length: bottom - top }, (_, row) => ({
    ink: hasPixels(page, top + row, strip, TINT),
    tint: hasPixels(page, top + row, strip, PAPER),
  }))
  for (const row of ruledRows(rows.map(({ ink }) => ink))) rows[row] = { ink: false, tint: false }
  const reach = Math.round(PADDING * PX)
  const isFull = (row: number): boolean => {
    if (rows[row]?.ink || !rows[row]?.tint) return rows[row]?.ink ?? false
    for (const step of [-1, 1])
      for (let away = 1; away <= reach && rows[row + step * away]?.tint; away++)
        if (rows[row + step * away]?.ink) return true
    return false
  }
  let [inked, hole, last] = [0, 0, -1]
  for (const row of rows.keys()) {
    if (!isFull(row)) continue
    const white = row - last - 1
    if (white <= GAP * PX) inked += white
    else hole = Math.max(hole, white / PX)
    inked++
    last = row
  }
  return { fill: inked / rows.length, hole, foot: (last + 1) / PX }
}

/** Finds the lines ruled for notes: hairlines as far apart as each other, with nothing between them. They are white. */
function ruledRows(ink: readonly boolean[]): number[] {
  const starts = [...ink.keys()].filter(row => ink[row] && !ink[row - 1])
  const isHairline = (row: number) => !ink[row + 2]
  const isNext = (row: number, next: number | undefined) =>
    next !== undefined && isHairline(row) && isHairline(next) && Math.abs(next - row - NOTE * PX) <= 1
  return starts.flatMap((row, index) => {
    const before = starts[index - 1]
    const ruled = isNext(row, starts[index + 1]) || (before !== undefined && isNext(before, row))
    return ruled ? [row, row + 1] : []
  })
}

function hasPixels({ data, width }: Drawn, row: number, { from, to }: Strip, under: number): boolean {
  const [start, end] = [from, to].map(x => (row * width + Math.round(x * PX)) * 4) as [number, number]
  let count = 0
  for (let at = start; at < end && count < LEAST; at += 4)
    if (Math.min(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255) < under) count++
  return count === LEAST
}

/** One line a page, and one of them all. */
function tableOf(fills: readonly PageFill[]): string {
  const percent = (part: number) => `${Math.round(part * 100)} %`.padStart(5)
  const mm = (length: number) => `${Math.round(length)} mm`.padStart(7)
  const lines = fills.map(({ fiche, page, last, fill, left, right }) =>
    [
      String(fiche).padStart(5),
      String(page).padStart(4),
      percent(fill),
      percent(left.fill),
      percent(right.fill),
      mm(Math.max(left.hole, right.hole)),
      mm(left.foot),
      mm(right.foot),
      last ? 'last' : '',
    ].join('  '),
  )
  const weakest = (some: PageFill[]) => percent(Math.min(1, ...some.map(({ fill }) => fill)))
  const sum = `${fills.length} pages, median ${percent(medianOf(fills))}, weakest ${weakest(fills.filter(({ last }) => !last))}, of last pages ${weakest(fills.filter(({ last }) => last))}, right column empty on ${fills.filter(({ right }) => right.fill === 0).length}`
  return ['fiche page   full   text margin    hole  foot: left   right', ...lines, sum, ''].join('\n')
}

if (process.argv[1] && fileURLToPath(import.meta.url) === resolve(process.argv[1]))
  process.stdout.write(tableOf(await measureFill(process.argv[2] ?? 'dist')))
