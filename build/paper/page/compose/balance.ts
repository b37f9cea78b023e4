import { columns } from '../../../../src/text/index.ts'
import { fill, type Zone, type ZoneRun } from './fill-zone.ts'
import type { MatterItem } from './matter.ts'
import { type Column, LINE } from './pour.ts'

/** Where the two columns begin, in mm from the left edge of the text. */
const leftEdges = [0, columns.page - columns.half]

/** Height in one column from which a text is long, in mm. */
const longTextMm = 90
/** Lines that each column of a long text may leave for the next page. */
const sparedLines = [4, 6, 8]
/** Cost of leaving them though there is room. */
const sparedCost = 20
/** Pages that a zone may have after its first. */
const maxPagesAfter = 4

/** Sets items in two columns, as docs/print.md draws them: pages are filled to their foot, and the last one as high as its columns need.
 *  @param span the first item, and the one after the last
 *  @param top where the zone begins on its first page, in mm
 *  @returns the ways to do it, none where the items do not fit */
export function balance(
  items: readonly MatterItem[],
  [first, end]: [number, number],
  top: number,
  { page, opens }: Pick<Zone, 'page' | 'opens'>,
): ZoneRun[] {
  const zone: Zone = { items, first, end, page, opens }
  const full = fill(zone, columnsOf(top, page, page, maxPagesAfter))
  if (!full) return []
  // No page can end above half of what it holds; a cut may save some lines.
  const start = full.page === 0 ? top : 0
  const half = start + Math.max(2, Math.floor(full.used / 2 / LINE) - 2) * LINE
  const even = endingHigh({ last: full.page, from: half, to: page, bottom: page }) ?? full
  const ways = isLongText(zone) && full.page === 1 ? [even, ...sparing()] : [even]
  return ways.filter(({ halved }) => halved)

  /** Ends page `last` as high as it can between two heights, and those before it at `bottom`. */
  function endingHigh(feet: { last: number; from: number; to: number; bottom: number }): ZoneRun | null {
    for (let foot = feet.from; foot < feet.to; foot += LINE) {
      const run = fill(zone, columnsOf(top, feet.bottom, foot, feet.last))
      if (run?.page === feet.last) return run
    }
    return null
  }

  /** Leaves lines of its first page for the second, which may hold little else; then the facing page ends higher too. */
  function sparing(): ZoneRun[] {
    return sparedLines.flatMap(lines => {
      const run = endingHigh({ last: 1, from: 4 * LINE, to: 16 * LINE, bottom: page - lines * LINE })
      return run ? [{ ...run, cost: run.cost + sparedCost }] : []
    })
  }
}

function isLongText({ items, first, end }: Zone): boolean {
  const item = items[first]
  return (
    end === first + 1 &&
    item?.kind === 'rang' &&
    item.boxes.length === 0 &&
    (item.texte?.half?.height ?? 0) > longTextMm
  )
}

/** Two columns a page; those of page `last` end at `foot`. */
function columnsOf(top: number, page: number, foot: number, last: number): Column[] {
  return Array.from({ length: 2 * (last + 1) }, (_, index) => {
    const on = index >> 1
    return {
      page: on,
      left: leftEdges[index % 2] ?? 0,
      top: on === 0 ? top : 0,
      bottom: on === last ? foot : page,
    }
  })
}
