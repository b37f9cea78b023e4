import { line, type PagePlan } from '../../../../src/text/index.ts'
import { isLeadIn } from './measure.ts'
import { MM } from './workbench.ts'

/** Takes an element and what announces it out of its text, into a row across the page of that `kind`; the text goes on under it. */
export function setApart(element: Element, kind = ''): void {
  const texte = element.parentElement
  const row = texte?.parentElement
  if (!texte || !row) return
  const boxes = [...row.children].filter(child => child !== texte)
  const across = document.createElement('div')
  across.className = `rang plein ${kind}`.trim()
  const after = row.cloneNode(false) as Element
  after.classList.add('suite')
  const rest = texte.cloneNode(false) as Element
  while (element.nextSibling) rest.append(element.nextSibling)
  across.append(element)
  row.after(across)
  announce(across, texte)
  if (rest.childElementCount > 0) after.append(rest)
  // They stand beside the text that begins with their title; where the element had all of it, they come after.
  if (texte.childElementCount === 0) {
    texte.remove()
    after.prepend(...boxes)
  }
  if (after.childElementCount > 0) across.after(after)
  if (row.childElementCount === 0) row.remove()
  // Paragraphs that open a fiche stand on either side.
  for (const part of [row, after])
    part.classList.toggle('chapo-rang', part.querySelector(':scope > .texte > .chapo') !== null)
}

/** Moves headings and a line that ends in « : » from the end of the text before a row to its own text. @returns whether any did */
export function announce(row: Element, before: Element): boolean {
  const announcing: Element[] = []
  for (let last = before.lastElementChild; last && announces(last); last = last.previousElementSibling)
    announcing.unshift(last)
  if (announcing.length === 0) return false
  let texte = row.querySelector(':scope > .texte')
  if (!texte) {
    texte = document.createElement('div')
    texte.className = 'texte'
    row.prepend(texte)
  }
  texte.prepend(...announcing)
  row.classList.toggle('levier', row.querySelector('.levier-titre') !== null)
  return true

  function announces(last: Element): boolean {
    return last.matches('h3, h4') || (last.matches('p:not(.chapo)') && isLeadIn(last))
  }
}

/** Sets a table that is too wide, long, or full of words apart from its text, across the page, with one set of widths. */
export function setTablesApart(part: Element, host: Element, columns: PagePlan['columns']): void {
  /** A table in its text has no more columns and lines in a row, and is no higher, in mm: less beside boxes than in one of two columns. */
  const [COLUMNS, LINES, HIGH] = [5, 5, { half: 72, text: 48 }]
  // Cells that span rows or columns, which Markdown has not, could not be cut under.
  const plain = '.rang > .texte > table:not(:has([rowspan], [colspan]))'
  for (const table of part.querySelectorAll<HTMLTableElement>(plain)) {
    const texte = table.parentElement
    const row = texte?.parentElement
    if (!texte || !row) continue
    // Beside its boxes a text is wider than in two columns.
    if (fits(table, texte, row, row.childElementCount > 1 ? 'text' : 'half')) continue
    const [least, most] = widthsOf(table)
    fixColumns(table, shareColumns(least, most, columns.page * MM), least)
    setApart(table, 'tableau')
  }

  function fits(table: Element, texte: Element, row: Element, width: 'text' | 'half'): boolean {
    const column = texte.cloneNode(false) as Element
    column.setAttribute('style', `width: ${columns[width]}mm`)
    return layIn([row.cloneNode(false) as Element, column], table, sample => {
      const { height, right } = sample.getBoundingClientRect()
      const rows = [...sample.rows].map(line => line.getBoundingClientRect().height / MM)
      return (
        right <= column.getBoundingClientRect().right + 1 &&
        (sample.rows[0]?.cells.length ?? 0) <= COLUMNS &&
        height / MM <= HIGH[width] &&
        Math.max(...rows) < (LINES + 1) * line
      )
    })
  }

  /** Measures each column across the page: its longest word, and all of it on one line, in px. */
  function widthsOf(table: Element): [least: number[], most: number[]] {
    const band = document.createElement('div')
    band.className = 'rang plein tableau'
    return layIn([band], table, sample => {
      sample.style.tableLayout = 'auto'
      const widthsAs = (width: string) => {
        sample.style.width = width
        return [...(sample.rows[0]?.cells ?? [])].map(cell => cell.getBoundingClientRect().width)
      }
      return [widthsAs('min-content'), widthsAs('max-content')]
    })
  }

  function layIn<T>(around: readonly Element[], table: Element, read: (sample: HTMLTableElement) => T): T {
    const sample = table.cloneNode(true) as HTMLTableElement
    const shells = [part.cloneNode(false) as Element, ...around]
    for (const [index, shell] of shells.entries()) shell.append(shells[index + 1] ?? sample)
    host.append(...shells.slice(0, 1))
    const reading = read(sample)
    shells[0]?.remove()
    return reading
  }

  /** Words that are wider than their column are broken anywhere. */
  function fixColumns(table: HTMLTableElement, widths: readonly number[], least: readonly number[]): void {
    const all = widths.reduce((a, b) => a + b, 0)
    const group = document.createElement('colgroup')
    for (const [column, width] of widths.entries()) {
      const col = document.createElement('col')
      col.style.width = `${((width * 100) / all).toFixed(3)}%`
      group.append(col)
      if (width < (least[column] ?? 0) - 1)
        for (const { cells } of table.rows) cells[column]?.classList.add('mots-coupes')
    }
    table.prepend(group)
  }
}

/** Breaks the words of a table that is wider than its place, as those of an address, anywhere. Figures stay whole. */
export function breakWideTables(document: Element): void {
  for (const table of document.querySelectorAll('table')) {
    const place = table.closest('.bloc, .texte, .rang')
    if (!place || table.getBoundingClientRect().right <= place.getBoundingClientRect().right + 1) continue
    for (const cell of table.querySelectorAll('th, td'))
      if (/\p{L}/u.test(cell.textContent ?? '')) cell.classList.add('mots-coupes')
  }
}

/** Shares the width of a table across a printed page between its columns; runs in the paging tab too. Short texts stay on
 *  one line; the other columns share the rest by the length of their texts. All lengths are in one unit.
 *  @param least width of the longest word of each column @param most width of each column on one line @param width of the
 *  table
 *  @returns widths whose sum is `width`; if the words do not fit, the columns with the longest get less than `least` */
export function shareColumns(least: readonly number[], most: readonly number[], width: number): number[] {
  /** Part of an equal share that a column of texts has at least. */
  const NARROW = 0.5
  const count = least.length
  const sum = (lengths: readonly number[]) => lengths.reduce((a, b) => a + b, 0)
  if (sum(most) <= width) return most.map(need => (need * width) / sum(most))
  if (sum(least) > width)
    return fill(
      least,
      width,
      least.map(() => 1),
    )
  const wider = least.map((need, column) =>
    Math.max(need, Math.min(most[column] ?? 0, (NARROW * width) / count)),
  )
  const floors = sum(wider) <= width ? wider : least
  const wants = floors.map((floor, column) => Math.max(0, (most[column] ?? 0) - floor))
  const more = fill(wants, width - sum(floors), wants)
  return floors.map((floor, column) => floor + (more[column] ?? 0))

  /** Gives each what it wants, the smallest first, as long as that is no more than an equal share; the others share the rest by weight. */
  function fill(wants: readonly number[], room: number, weights: readonly number[]): number[] {
    const given = wants.map(() => 0)
    const open = [...wants.keys()].sort((a, b) => (wants[a] ?? 0) - (wants[b] ?? 0))
    let left = room
    for (let column = open[0]; column !== undefined; column = open[0]) {
      const want = wants[column] ?? 0
      if (want > left / open.length) break
      given[column] = want
      left -= want
      open.shift()
    }
    const total = sum(open.map(column => weights[column] ?? 0))
    for (const column of open) given[column] = ((weights[column] ?? 0) / total) * left
    return given
  }
}
