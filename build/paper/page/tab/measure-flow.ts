import { line } from '../../../../src/text/index.ts'
import type { Flow } from '../compose/matter.ts'
import { endsInColon, isShort, leadOf } from './measure.ts'
import { MM } from './workbench.ts'

/** Measures a text or box, in mm, and the places where a column may end in it. A paragraph or an item is cut after two lines and
 *  before two; four lines follow a heading, and stand in a piece. A list keeps the line that announces it, and two lines on both
 *  sides. Nothing is cut between brackets.
 *  @param mostMm so high it is not cut at all */
export function measureFlow(box: Element, mostMm: number): Flow {
  const isBox = box.matches('.bloc')
  /** Least lines of a piece, and under a heading. */
  const LINES = 4
  /** Least height of the two pieces of a box: a head and six lines, or ten lines. */
  const [PIECE, REST] = isBox ? [47, 45] : [0, LINES * line - 0.5]
  type Unit = {
    top: number
    bottom: number
    lines: number
    kind: 'titre' | 'texte' | 'entier'
    announces: boolean
    /** Lines of its list before and after its end; none for what is no item. */
    list: { before: number; after: number } | null
  }
  const origin = box.getBoundingClientRect()
  const units: Unit[] = []
  read(box)
  const last = units.at(-1)
  const height = isBox ? origin.height / MM : (last?.bottom ?? origin.height / MM)
  const [lead, tail] = [leadOf(box), isBox ? 2.25 : 0]
  if (height <= mostMm) return { height, cuts: [], lead, tail }

  const [cuts, even]: [Flow['cuts'], Flow['cuts']] = [[], []]
  const head = headOf(units[0], units[1])
  const brackets = isBox ? [] : bracketsIn(box, origin.top)
  let since = 0
  for (const [index, unit] of units.entries()) {
    const next = units[index + 1]
    if (unit.kind === 'titre') {
      since = 0
      continue
    }
    const pitch = (unit.bottom - unit.top) / Math.max(1, unit.lines)
    if (unit.kind === 'texte')
      for (let line = 2; line <= unit.lines - 2; line++)
        add(unit.top + line * pitch, unit.top + line * pitch, since + line)
    since += unit.lines
    if (!next || unit.announces) continue
    const { before, after } = unit.list ?? { before: 2, after: 2 }
    // A whole list is enough under a heading.
    if (after === 0) add(unit.bottom, next.top, Math.max(since, since >= 3 ? LINES : 0))
    else if (before >= 2 && after >= 2) add(unit.bottom, next.top, since)
  }
  return {
    height,
    cuts,
    lead,
    tail,
    ...(isBox ? { box: true } : { even }),
    ...(head && { head }),
  }

  /** A lever's title of so many lines has two at most across the page, as high as its disc. */
  function headOf(title?: Unit, text?: Unit): Flow['head'] {
    if (isBox || title?.kind !== 'titre' || !text) return undefined
    const lever = box.firstElementChild?.matches('.levier-titre') === true
    if (lever && title.lines > 4) return undefined
    return { keep: title.bottom, rest: text.top, level: lever ? 3 * line : text.top }
  }

  function add(keep: number, rest: number, lines: number): void {
    if (brackets.some(([top, bottom]) => top < keep && keep < bottom)) return
    even.push({ keep, rest })
    if (lines >= LINES && keep >= PIECE && height - rest >= REST) cuts.push({ keep, rest })
  }

  function read(parent: Element): void {
    for (const child of parent.children) {
      if (child.matches('ul, ol')) {
        const first = units.length
        for (const item of child.children) note(item, item.querySelector('p, ul, ol') ? 'entier' : 'texte')
        const items = units.slice(first)
        const linesOf = (part: readonly Unit[]) => part.reduce((sum, { lines }) => sum + lines, 0)
        for (const [index, item] of items.entries())
          item.list = { before: linesOf(items.slice(0, index + 1)), after: linesOf(items.slice(index + 1)) }
      } else if (child.matches('h3, h4, .bloc-tete, .lieu, .bloc-titre')) note(child, 'titre')
      else if (child.matches('p')) {
        const announces = endsInColon(child) && child.nextElementSibling?.matches('ul, ol') === true
        note(child, announces && isShort(child) ? 'entier' : 'texte', announces)
      } else note(child, 'entier')
    }
  }

  function note(element: Element, kind: Unit['kind'], announces = false): void {
    const rect = element.getBoundingClientRect()
    if (rect.height === 0) return
    const leading = Number.parseFloat(getComputedStyle(element).lineHeight)
    units.push({
      top: (rect.top - origin.top) / MM,
      bottom: (rect.bottom - origin.top) / MM,
      lines: Math.max(1, Math.round(rect.height / leading)),
      kind,
      announces,
      list: null,
    })
  }
}

/** Lists texts in brackets that run over several lines: the middle of the first and of the last. */
function bracketsIn(text: Element, top: number): [top: number, bottom: number][] {
  const spans: [number, number][] = []
  for (const paragraph of text.querySelectorAll('p, li')) {
    if (!paragraph.textContent?.includes('(')) continue
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    let open: Range | null = null
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      for (const sign of node.data.matchAll(/[()]/g)) {
        if (sign[0] === '(') {
          open = document.createRange()
          open.setStart(node, sign.index)
        } else if (open) {
          open.setEnd(node, sign.index + 1)
          const rects = [...open.getClientRects()]
          const middles = rects.map(rect => ((rect.top + rect.bottom) / 2 - top) / MM)
          spans.push([Math.min(...middles), Math.max(...middles)])
          open = null
        }
      }
    }
  }
  return spans
}

/** Reads a band across the page as a flow that may end under each row of a table, of resources, misconceptions or a wheel, or null. */
export function measureBand(band: Element): Flow | null {
  const { top, height } = band.getBoundingClientRect()
  const cuts = band.matches('.tableau') ? underRows() : underEntries()
  return cuts && { height: height / MM, cuts, lead: leadOf(band), tail: 0 }

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
    // Of misconceptions two stay, and two go on.
    const [first, last] =
      band.querySelector('.idees-recues') || band.matches('.idees-recues') ? [1, -2] : [0, -1]
    return ends.slice(first, last).map(keep => ({ keep, rest: keep + gap }))
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
