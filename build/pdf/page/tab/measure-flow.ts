import type { Flow } from '../compose/matter.ts'

/** Runs in the tab. The height of a text or a box as it is laid out, in mm, and where a column may end in it: two lines stay and
 *  two go on, six follow a heading, a list keeps two items on both sides and the line that announces it.
 *  @param whole only its end is a good place */
export function measureFlow(box: Element, whole: boolean): Flow {
  const MM = 96 / 25.4
  const LONGEST_LEAD_IN = 200
  const isBox = box.matches('.bloc')
  /** Least height of both pieces of a box. */
  const PIECE = isBox ? 34 : 0
  const AFTER_HEADING = isBox ? 4 : 6
  type Unit = {
    top: number
    bottom: number
    lines: number
    kind: 'titre' | 'annonce' | 'texte' | 'entier'
    /** Its rank in its list, and how many there are. */
    rank: number
    of: number
  }
  const origin = box.getBoundingClientRect()
  const units: Unit[] = []
  read(box)
  const last = units.at(-1)
  const height = isBox ? origin.height / MM : (last?.bottom ?? origin.height / MM)
  const lead = isBox ? 2.25 : 0
  if (whole) return { height, cuts: [], lead }

  const cuts: Flow['cuts'] = []
  let since = units[0]?.kind === 'titre' ? 0 : AFTER_HEADING - 4
  for (const [index, unit] of units.entries()) {
    const next = units[index + 1]
    if (unit.kind === 'titre') {
      since = 0
      continue
    }
    const pitch = (unit.bottom - unit.top) / Math.max(1, unit.lines)
    const inList = unit.of > 1
    if (unit.kind === 'texte' && (!inList || (unit.rank > 1 && unit.rank < unit.of)))
      for (let line = 2; line <= unit.lines - 2; line++)
        if (since + line >= AFTER_HEADING) add(unit.top + line * pitch, unit.top + line * pitch)
    since += unit.lines
    if (!next || unit.kind === 'annonce') continue
    const endsList = unit.rank === unit.of
    const splits = !endsList && (unit.rank < 2 || unit.of - unit.rank < 2)
    if (!splits && (since >= AFTER_HEADING || (inList && endsList && since >= 3))) add(unit.bottom, next.top)
  }
  return { height, cuts, lead }

  function add(keep: number, rest: number): void {
    if (keep >= PIECE && height - rest >= (isBox ? 20 : 8)) cuts.push({ keep, rest })
  }

  function read(parent: Element): void {
    for (const child of parent.children) {
      if (child.matches('ul, ol')) {
        const items = [...child.children]
        for (const [index, item] of items.entries())
          note(item, item.querySelector('p, ul, ol') ? 'entier' : 'texte', index + 1, items.length)
      } else if (child.matches('h3, h4, .bloc-tete, .lieu, .bloc-titre')) note(child, 'titre', 1, 1)
      else if (child.matches('p')) {
        const announces =
          child.textContent?.trimEnd().endsWith(':') &&
          child.textContent.length < LONGEST_LEAD_IN &&
          child.nextElementSibling?.matches('ul, ol')
        note(child, announces ? 'annonce' : 'texte', 1, 1)
      } else note(child, 'entier', 1, 1)
    }
  }

  function note(element: Element, kind: Unit['kind'], rank: number, of: number): void {
    const rect = element.getBoundingClientRect()
    if (rect.height === 0) return
    const leading = Number.parseFloat(getComputedStyle(element).lineHeight)
    units.push({
      top: (rect.top - origin.top) / MM,
      bottom: (rect.bottom - origin.top) / MM,
      lines: Math.max(1, Math.round(rect.height / leading)),
      kind,
      rank,
      of,
    })
  }
}
