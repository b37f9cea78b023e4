import { describe, expect, it } from 'vitest'
import { balance } from '../../../build/paper/page/compose/balance.ts'
import { choose, markApart } from '../../../build/paper/page/compose/choose.ts'
import type { Flow, Matter, MatterItem, Placement } from '../../../build/paper/page/compose/matter.ts'
import { pour } from '../../../build/paper/page/compose/pour.ts'
import { spreadColumns, spreadRows } from '../../../build/paper/page/compose/spread.ts'
import { pagesThatFollow } from '../../../build/paper/page/page-part.ts'
import { columns } from '../../../src/text/page-plan.ts'
import { composed, head, placed, row, textFlow, whole } from './text-flow.ts'

const PAGE = 249
const band = (role: 'titre' | 'ressources', height: number): MatterItem => ({
  kind: 'bande',
  role,
  height,
  ...(role === 'titre' && { narrow: height, column: height + 9 }),
})
const title = band('titre', 15.75)
/** Boxes without a text. */
const lone = (...boxes: number[]): MatterItem => ({ ...row(0, ...boxes), lone: true, texte: null })
/** A text under a title that runs across both of its columns, or over one where there is no `half`. */
const lever = (lines: number, half?: Flow): MatterItem => {
  const { texte, ...rest } = row(lines)
  return { ...rest, lever: true, texte: texte && { ...texte, ...(half && { half }) } }
}

const plan = (items: MatterItem[]): Placement[][] => composed({ page: PAGE, items }).pages

describe('a composition', () => {
  it('sets every piece of every item once, in the order of the text', () => {
    const items = [head, title, row(30, 80), row(40, 90), row(12), row(50, 60, 60)]
    const pages = plan(items)
    const pieces = pages.flat()
    for (const [index, item] of items.entries()) {
      const parts = item.kind === 'bande' ? ['bande'] : ['texte', ...item.boxes.map((_, n) => n)]
      for (const part of parts) {
        const ofPart = pieces.filter(
          one => one.item === index && (typeof one.part === 'object' ? one.part.box : one.part) === part,
        )
        expect(ofPart[0]?.from).toBe(0)
        expect(ofPart.map(({ until }) => until).filter(until => until === null)).toHaveLength(1)
        expect(ofPart.at(-1)?.until).toBeNull()
      }
    }
  })

  it('keeps a heading on the page of what it announces, a text, a table or a box', () => {
    const uncut: MatterItem = { ...row(0), texte: { text: whole(120), half: null, page: null } }
    const table: MatterItem = { kind: 'bande', role: 'tableau', height: 90 }
    for (let lines = 4; lines < 90; lines += 2)
      for (const announced of [uncut, table, lone(120), row(30)])
        for (const page of plan([head, row(lines, 60), title, announced, row(20)]))
          if (page.some(({ item }) => item === 2)) expect(page.some(({ item }) => item === 3)).toBe(true)
  })

  it('sets a box that a heading announces right under it, as a text', () => {
    const [first = []] = plan([head, row(20), title, lone(120)])
    const [heading, announced] = [2, 3].map(item => first.find(one => one.item === item))
    expect(announced?.top).toBe(heading?.foot)
  })

  it('lets the next lever rise beside a box that is longer than its own', () => {
    const [first = []] = plan([head, row(8, 110), row(8), row(8)])
    const at = (item: number) => first.find(one => one.item === item && one.part === 'texte')
    const example = first.find(one => typeof one.part === 'object')
    expect(example?.left).toBe(110)
    expect(at(2)?.top).toBeLessThan((example?.top ?? 0) + 110)
    expect(at(3)).toBeDefined()
  })

  it('sets texts without boxes in two columns that end alike', () => {
    const [first = []] = plan([head, row(60)])
    expect(first.filter(({ width }) => width === 'half').map(({ left }) => left)).toEqual([0, 89])
  })

  it('sets whole sections of text in two columns, each heading over its own text', () => {
    const [first = []] = plan([head, title, row(14), title, row(14)])
    const sides = [1, 2, 3, 4].map(item => first.filter(one => one.item === item).map(({ left }) => left))
    expect(sides).toEqual([[0], [0], [89], [89]])
  })

  it('lets the heading of levers stand across the page', () => {
    for (const page of plan([head, title, row(9), title, lever(12), lever(12)]))
      for (const one of page.filter(({ item }) => item === 3)) expect(one.width).toBe('page')
  })

  it('cuts a table between its rows rather than leave a hole over it', () => {
    const pitch = 20
    const rows = Array.from({ length: 6 }, (_, n) => ({
      keep: 6 + (n + 2) * pitch,
      rest: 6 + (n + 2) * pitch,
    }))
    const table: MatterItem = {
      kind: 'bande',
      role: 'tableau',
      height: 6 + 8 * pitch,
      headed: true,
      rows: { height: 6 + 8 * pitch, cuts: rows.slice(0, 5), lead: 6, tail: 0 },
    }
    for (let lines = 20; lines < 60; lines += 5) {
      const pages = plan([head, title, row(lines), table, row(30)])
      const pieces = pages.flat().filter(({ item }) => item === 3)
      for (const [index, piece] of pieces.entries()) {
        expect(piece.width).toBe('page')
        expect(piece.from).toBe(pieces[index - 1]?.until ?? 0)
      }
      for (const page of pages.slice(0, -1))
        expect(Math.max(...page.map(({ foot }) => foot))).toBeGreaterThan(PAGE - 75)
    }
  })

  it('leaves no column of a page empty while the next page has text enough for both', () => {
    const pages = plan([head, row(14), row(13), row(15), row(14), row(12), row(15), band('ressources', 80)])
    for (const page of pages.slice(0, -1))
      expect(page.some(({ left, width }) => left + columns[width] > 110)).toBe(true)
  })

  it('goes on with a text on the page on which all of it fits', () => {
    for (let lines = 24; lines < 60; lines += 2) {
      const pages = plan([head, title, row(lines), band('ressources', 80)])
      const [whole = []] = pages.filter(page => page.some(({ item }) => item === 2))
      const height = Math.ceil((lines * 1.1) / 2) * 4.5
      if (76.5 + height + 13.5 > PAGE) continue
      expect(whole.filter(({ item, until }) => item === 2 && until === null)).toHaveLength(1)
    }
  })

  it('sets a short lone text in two columns', () => {
    for (let lines = 5; lines < 12; lines++) {
      const [first = []] = plan([head, title, row(lines), title, row(30, 80)])
      expect(first.filter(({ item }) => item === 2).map(({ width }) => width)).toEqual(['half', 'half'])
    }
  })

  it('leaves no column white beside a text that halves could share', () => {
    const pages = plan([head, title, row(12, 60), title, row(26), row(10, 40)])
    for (const { item, width } of pages.flat()) if (item === 4) expect(width).toBe('half')
  })

  it('moves a short table whole, where the page before stays full enough', () => {
    const rows: Flow = { ...textFlow(10, 2), lead: 4.5 }
    const table: MatterItem = { kind: 'bande', role: 'tableau', height: 45, rows }
    const [first = [], second = []] = plan([head, row(62), table, row(20)])
    expect(first.some(({ item }) => item === 2)).toBe(false)
    expect(second.filter(({ item }) => item === 2)).toHaveLength(1)
  })

  it('cuts no lever in halves that differ, and none under four lines', () => {
    let cut = 0
    for (let lines = 6; lines < 24; lines++) {
      const flow = textFlow(lines, 2)
      const cuts = flow.cuts.filter(({ keep }) => keep >= 18 && flow.height - keep >= 18)
      const half: Flow = { ...flow, cuts, even: cuts, head: { keep: 11.25, rest: 18, level: 13.5 } }
      const [first = []] = plan([head, title, lever(lines, half), band('ressources', 80)])
      const [a, b] = first.filter(({ item, halves }) => item === 2 && halves === 'under')
      if (!a || !b) continue
      cut += 1
      expect(Math.abs(a.foot - b.foot)).toBeLessThanOrEqual(10)
      // Across both columns the title takes a line less than over one.
      expect(Math.min(a.foot - a.top + 4.5, b.foot - b.top)).toBeGreaterThanOrEqual(18)
    }
    expect(cut).toBeGreaterThan(5)
  })

  it('sets no lever in two columns whose title is too long to run across both', () => {
    for (let lines = 6; lines < 24; lines++) {
      const pages = plan([head, title, lever(lines), band('ressources', 80)])
      for (const one of pages.flat()) expect(one.halves).toBeUndefined()
    }
  })

  it('sets a lever without a box in two columns that begin level under its title', () => {
    const half: Flow = { ...textFlow(14, 2), head: { keep: 11.25, rest: 18, level: 13.5 } }
    const [first = []] = plan([head, title, lever(14, half), band('ressources', 80)])
    const [a, b] = first.filter(({ item }) => item === 2)
    expect(a).toMatchObject({ left: 0, halves: 'under' })
    expect(b).toMatchObject({ left: 89, top: (a?.top ?? 0) + 13.5, foot: a?.foot, halves: 'under' })
  })

  it('sets two short levers side by side, where the page has room under them', () => {
    const uncut = { ...lever(14), texte: { text: whole(63), half: whole(67.5), page: null } } as MatterItem
    const [first = []] = plan([head, title, uncut, uncut])
    expect(first.filter(({ item }) => item > 1).map(({ left }) => left)).toEqual([0, 89])
  })

  it('runs the chapô across the page unless a box stands beside it', () => {
    const chapo = (boxes: number[]): MatterItem => ({
      ...row(14, ...boxes),
      chapo: true,
      texte: { text: textFlow(14, 2), half: null, page: textFlow(8, 2) },
    })
    for (const items of [[chapo([])], [chapo([120])], [chapo([40])]]) {
      const [first = []] = plan([head, ...items, row(30)])
      const words = first.find(({ item, part }) => item === 1 && part === 'texte')
      const box = first.find(({ item, part }) => item === 1 && part !== 'texte')
      if (words?.width === 'text') expect(box).toMatchObject({ left: 110, top: words.top })
      else expect(words?.width).toBe('page')
    }
  })

  it('leaves four lines under the heading of a section that goes on', () => {
    for (let lines = 20; lines < 40; lines++)
      for (const page of plan([head, row(lines, 60), title, row(30, 90)]).slice(0, -1)) {
        const heading = page.find(({ item }) => item === 2)
        const foot = Math.max(...page.filter(({ item }) => item === 3).map(one => one.foot))
        if (heading) expect(foot - heading.foot).toBeGreaterThanOrEqual(17.5)
      }
  })

  it('keeps an example on a page of its lever', () => {
    const items = [head, ...Array.from({ length: 8 }, (_, n) => row(10 + n, 100, 60))]
    const pages = plan(items)
    const pageOf = (item: number, part: (one: Placement) => boolean) =>
      pages.flatMap((page, index) => (page.some(one => one.item === item && part(one)) ? [index] : []))
    for (let item = 1; item < items.length; item++) {
      const text = pageOf(item, ({ part }) => part === 'texte')
      const begun = pageOf(item, ({ part, from }) => typeof part === 'object' && from === 0)
      for (const on of begun) expect(text).toContain(on)
    }
  })

  it('sets boxes that have no text under their heading, the next heading under them', () => {
    const lone = (...boxes: number[]): MatterItem => ({ ...row(2, ...boxes), lone: true })
    for (let lines = 4; lines < 40; lines += 3) {
      const items = [head, row(lines), title, lone(90), title, lone(60, 80), row(12)]
      for (const page of plan(items))
        for (const { item, part, left, top, foot } of page) {
          if (typeof part !== 'object') continue
          expect(left).toBe(0)
          const heading = page.find(one => one.item === item && one.part === 'texte')
          if (part.box === 0) expect(heading?.foot).toBeLessThanOrEqual(top)
          for (const next of page.filter(one => one.item > item))
            expect(next.top).toBeGreaterThanOrEqual(foot)
        }
    }
  })

  it('sets two boxes without a text side by side, the first in the left column', () => {
    const pieces = plan([head, title, lone(100, 100), title, row(12)]).flat()
    expect(pieces.filter(({ item }) => item === 2).map(({ left }) => left)).toEqual([0, 89])
  })

  it('cuts no text over a page that is left half white', () => {
    const full: MatterItem = { kind: 'bande', role: 'plein', height: 36.6 }
    const [first = []] = plan([head, row(9), title, row(31), full, row(11)])
    expect(first.filter(({ item }) => item === 3).at(-1)?.until).toBeNull()
  })

  it('sets no second box of a text left of the first, where it would be read before', () => {
    for (let lines = 2; lines < 10; lines += 2)
      for (const page of plan([head, title, row(lines, 60, 40), row(4)])) {
        const [first, second] = [0, 1].map(number =>
          page.find(({ item, part }) => item === 2 && typeof part === 'object' && part.box === number),
        )
        if (first && second && second.left < first.left) expect(second.top).toBeGreaterThanOrEqual(first.foot)
      }
  })

  it('cuts no box that is lower than half a page, where it can stand whole', () => {
    const flow = (lines: number) => ({ ...textFlow(Math.ceil(lines), 6), box: true as const })
    const lever = (lines: number, boxed: number): MatterItem => ({
      ...row(lines),
      boxes: [
        { margin: flow(boxed), half: flow(boxed * 0.75), text: flow(boxed * 0.6), page: whole(boxed * 2.25) },
      ],
    })
    for (let lines = 8; lines < 30; lines += 2)
      // The last is higher than half a page in the margin alone.
      for (const boxed of [18, 26, 30]) {
        const items = [head, title, ...[lines, 10, 12, 9].map(text => lever(text, boxed))]
        const cut = plan(items).flatMap(page =>
          page.filter(({ part, from }) => typeof part === 'object' && from > 0),
        )
        expect(cut).toEqual([])
      }
  })

  it('has a cost for a box that stands alone in one of two columns, overleaf', () => {
    const costOf = (boxed: number) => {
      const [zone] = balance([row(90, boxed)], [0, 1], 0, { page: PAGE, opens: null })
      return { page: zone?.page, cost: zone?.cost ?? 0 }
    }
    const [beside, alone] = [costOf(40), costOf(100)]
    expect([beside.page, alone.page]).toEqual([0, 1])
    // More than the white beside it and its place on the facing page.
    const [white, opposite] = [2 * 75, 120]
    expect(alone.cost - beside.cost).toBeGreaterThan(white + opposite + 100)
  })

  it('says which pages begin with an example of the page before, and has none overleaf when sides are known', () => {
    const items = [head, row(22, 80), row(22, 80, 80), row(22, 80), row(22, 80, 80)]
    const following = (opens?: 0 | 1) => pagesThatFollow(composed({ page: PAGE, items }, opens))
    expect(following()).toEqual([1])
    expect(following(0)).toEqual([1])
    expect(following(1)).toEqual([])
  })

  it('begins an example overleaf rather than leave the opening page empty', () => {
    for (const count of [3, 4, 5, 6, 8]) {
      const examples = Array.from({ length: count }, () => 80)
      const items = [head, row(3), title, row(14, ...examples)]
      const { pages } = composed({ page: PAGE, items }, 1)
      const foot = Math.max(...(pages[0] ?? []).map(one => one.foot))
      expect(foot, `${count} examples`).toBeGreaterThan(PAGE / 2)
    }
  })

  it('sets the panel of resources at the foot of the last page with text, in the look that leaves least white', () => {
    const looks = { '': 60, ample: 74, 'en-deux': 80 }
    for (let lines = 60; lines < 130; lines += 7) {
      const panel = { ...band('ressources', 60), looks } as MatterItem
      const [last = []] = plan([head, row(lines), panel]).slice(-1)
      const [resources, ...others] = last.filter(({ item }) => item === 2)
      const text = Math.max(...last.filter(({ item }) => item < 2).map(({ foot }) => foot))
      expect(others).toEqual([])
      expect(resources?.foot).toBe(PAGE)
      expect((resources?.top ?? 0) - text).toBeGreaterThanOrEqual(4.5)
      const fitting = Object.values(looks).filter(height => PAGE - height - text >= 4.5)
      if (PAGE - Math.max(...fitting) - text < 30)
        expect(PAGE - (resources?.top ?? 0)).toBe(Math.max(...fitting))
    }
  })

  it('ends a fiche on purpose: three lines for notes to five, or its panel right under its text over the shape of its family', () => {
    let [notes, shapes] = [0, 0]
    for (let lines = 8; lines < 60; lines++) {
      const { pages, ...end } = composed({
        page: PAGE,
        items: [head, row(lines), band('ressources', 60)],
        closed: true,
      })
      const last = pages.at(-1) ?? []
      const panel = last.find(({ item }) => item === 2)
      const foot = Math.max(0, ...last.filter(({ item }) => item < 2).map(one => one.foot))
      if (end.notes) {
        notes++
        expect(end.notes.foot - end.notes.top).toBeGreaterThanOrEqual(27)
        expect(end.notes.foot - end.notes.top).toBeLessThan(54)
      }
      if (end.shape === undefined) continue
      shapes++
      expect((panel?.top ?? 0) - foot).toBeLessThan(12)
      expect(end.shape).toBeGreaterThan(panel?.foot ?? PAGE)
    }
    expect(Math.min(notes, shapes)).toBeGreaterThan(3)
    const open = composed({ page: PAGE, items: [head, row(20)] })
    expect([open.notes, open.shape]).toEqual([undefined, undefined])
  })

  it('leaves text for a last page that would hold notes and resources alone', () => {
    const rows = Array.from({ length: 4 }, () => row(14))
    const { pages } = composed({ page: PAGE, items: [head, ...rows, band('ressources', 60)], closed: true })
    expect(pages).toHaveLength(2)
    expect(pages[1]?.some(({ item }) => item < 5)).toBe(true)
  })

  it('leaves resources alone rather than half of the page that opens a fiche', () => {
    const boxes = [{ margin: null, half: null, text: whole(75), page: null }]
    const chart = { ...lone(), boxes } as MatterItem
    const items = [head, row(34), chart, band('ressources', 60)]
    const [first = []] = composed({ page: PAGE, items, closed: true }).pages
    expect(first.some(({ item }) => item === 2)).toBe(true)
  })

  it('cuts a box between two pages, never between two columns of one', () => {
    const flow = { ...textFlow(40, 2), box: true as const }
    const column = (page: number, left: number) => ({ page, left, top: 0, bottom: 90 })
    const from = { column: 0, y: 0 }
    expect(pour(flow, [column(0, 0), column(0, 89)], from)).toBeNull()
    expect(pour(flow, [column(0, 0), column(1, 0)], from)?.pieces).toHaveLength(2)
  })

  it('fills each of three columns, and goes on where it was cut', () => {
    const columns = [0, 1, 2].map(page => ({ page, left: 0, top: 0, bottom: 90 }))
    const { pieces = [] } = pour(textFlow(50, 2), columns, { column: 0, y: 0 }) ?? {}
    expect(pieces.map(({ from, until, foot }) => [from, until, foot])).toEqual([
      [0, 90, 90],
      [90, 180, 90],
      [180, null, 45],
    ])
  })

  it('names what is higher than a page, for which there is no plan', () => {
    const high: MatterItem = { kind: 'bande', role: 'plein', height: 260 }
    expect(choose({ page: PAGE, items: [head, high, row(4)] } satisfies Matter)).toEqual({ item: 1 })
  })

  it('stands on the lines of 4.5 mm, but for what follows a heading', () => {
    const pages = plan([head, row(20, 60), row(30, 90), row(25, 40)])
    for (const { top } of pages.flat().filter(({ top }) => top > 51.75))
      expect((top / 4.5) % 1).toBeCloseTo(0)
  })
})

describe('two columns that end apart', () => {
  const right = (top: number, foot: number, part: Placement['part'] = 'texte') =>
    placed(top, foot, { part, left: 89 })
  const across = placed(126, 160, { part: { box: 0 }, width: 'page' })
  const tops = (column: Placement[], foot: number) =>
    spreadColumns([placed(0, foot), ...column, across])
      .filter(({ left }) => left > 0)
      .map(({ top }) => top)
  const column = [
    right(0, 20),
    right(27, 47, { box: 0 }),
    right(54, 70),
    right(78.5, 85.5, 'bande'),
    right(85.5, 97),
  ]

  it('come closer by a line in each gap, and none stands apart from its heading', () =>
    expect(tops(column, 115)).toEqual([0, 27, 58.5, 87.5, 94.5]))
  it('feed no more than brings the feet together', () =>
    expect(tops(column, 102)).toEqual([0, 27, 58.5, 83, 90]))
  it('keep a box near its text', () => {
    const [text, , ...rest] = column
    const near = [text, right(24.5, 44.5, { box: 0 }), ...rest].flatMap(one => one ?? [])
    expect(tops(near, 120)).toEqual([0, 29, 58.5, 87.5, 94.5])
  })
})

it('a page that ends high is opened between its rows, over headings most, and stays closed under them', () => {
  const items = [row(10), band('titre', 13.5), row(10), row(10, 30)]
  const pieces = [
    placed(0, 45, { width: 'text' }),
    placed(54, 67.5, { item: 1, part: 'bande', width: 'text' }),
    placed(67.5, 108, { item: 2, width: 'text' }),
    placed(117, 157.5, { item: 3, width: 'text' }),
    placed(162, 192, { item: 3, part: { box: 0 }, width: 'text' }),
  ]
  expect(spreadRows(pieces, items, PAGE).map(({ top }) => top)).toEqual([0, 63, 76.5, 130.5, 180])
  expect(spreadRows(pieces, items, 196.5).map(({ top }) => top)).toEqual([0, 58.5, 72, 121.5, 166.5])
})

describe('an example is marked', () => {
  const items = [row(10, 60), row(10, 60)]
  const text = (top: number, change: Partial<Placement> = {}) =>
    placed(top, top + 45, { width: 'text', ...change })
  const boxed = (top: number, box: number, column: Partial<Placement>) =>
    text(top, { part: { box }, ...column })
  const aside = { left: 110, width: 'margin' } as const
  const marks = (...pieces: Placement[]) => markApart(pieces, items).map(({ apart }) => apart ?? false)
  const apart = (top: number, column: Partial<Placement>) =>
    marks(text(0), text(54, { item: 1 }), boxed(top, 0, column))[2]

  it('where another lever stands beside it', () => expect(apart(54, aside)).toBe(true))
  it('where another lever stands over it', () => expect(apart(108, {})).toBe(true))
  it('not beside its own', () => expect(apart(0, aside)).toBe(false))
  it('not right under its own', () => expect(marks(text(0), boxed(54, 0, {}))[1]).toBe(false))
  it('under another box of its lever, where the heading of a lever stands level beside it', () => {
    const beside = text(108, { item: 1 })
    expect(marks(text(0, aside), boxed(54, 0, aside), beside, boxed(108, 1, aside))).toEqual([
      ...[false, false, false, true],
    ])
  })
  it('under a box that does too', () =>
    expect(marks(boxed(0, 0, aside), boxed(54, 1, aside))).toEqual([true, true]))
})
