import type { Flow } from '../compose/matter.ts'

/** Runs in the tab. What stands across the page as a flow that may end under each row of a table, or of the entries of resources, misconceptions
 *  or a wheel.
 *  @returns null for what has no such rows */
export function measureBand(band: Element): Flow | null {
  const MM = 96 / 25.4
  const { top, height } = band.getBoundingClientRect()
  const cuts = band.matches('.tableau') ? underRows() : underEntries()
  return cuts && { height: height / MM, cuts, lead: window.workbench.leadOf(band), tail: 0 }

  function underEntries(): Flow['cuts'] | null {
    const entries = [
      ...band.querySelectorAll(
        '.ressources-liste > li, .en-rangs > .domaines-liste > li, .idees-recues > ul > li',
      ),
    ]
    const list = entries[0]?.parentElement
    if (!list) return null
    const feet = entries.map(entry => (entry.getBoundingClientRect().bottom - top) / MM)
    const ends = [...new Set(feet.map(foot => Math.round(foot * 100) / 100))].sort((a, b) => a - b)
    const gap = (Number.parseFloat(getComputedStyle(list).rowGap) || 0) / MM
    return ends.slice(0, -1).map(keep => ({ keep, rest: keep + gap }))
  }

  /** Two rows or four lines stay, and as much goes on, under the head once more. */
  function underRows(): Flow['cuts'] {
    const LEAST = 18
    const rows = [...band.querySelectorAll('tbody > tr')].map(row => row.getBoundingClientRect())
    const [first, last] = [rows[0], rows.at(-1)]
    return rows.slice(0, -1).flatMap(({ bottom }, index) => {
      const stays = index > 0 || (bottom - (first?.top ?? 0)) / MM >= LEAST
      const goesOn = index < rows.length - 2 || ((last?.bottom ?? 0) - bottom) / MM >= LEAST
      const keep = (bottom - top) / MM
      return stays && goesOn ? [{ keep, rest: keep }] : []
    })
  }
}
