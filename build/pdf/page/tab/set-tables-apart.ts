/** Runs in the tab. A table that is too wide for the width of its text, long, or full of words leaves it: it becomes a row of its own that
 *  runs across the page (`setApart`). It has one set of widths for all its pages.
 *  @param host where it can be laid out */
export function setTablesApart(part: Element, host: Element): void {
  const MM = 96 / 25.4
  /** A table in its text has no more columns and lines in a row, and is no higher, in mm: less beside boxes than in one of two columns. */
  const [COLUMNS, LINES, HIGH] = [5, 5, { 81: 72, 102: 48 }]
  const LINE = 4.5
  const ACROSS = 170
  const { workbench } = window
  // Cells that span rows or columns, which Markdown has not, could not be cut under.
  const plain = '.rang > .texte > table:not(:has([rowspan], [colspan]))'
  for (const table of part.querySelectorAll<HTMLTableElement>(plain)) {
    const texte = table.parentElement
    const row = texte?.parentElement
    if (!texte || !row) continue
    // Beside its boxes a text is wider than in two columns.
    if (fits(table, texte, row, row.childElementCount > 1 ? 102 : 81)) continue
    const [least, most] = widthsOf(table)
    fixColumns(table, workbench.shareColumns(least, most, ACROSS * MM), least)
    workbench.setApart(table, 'tableau')
  }

  /** Whether it may stay in its text of so many mm. */
  function fits(table: Element, texte: Element, row: Element, width: 102 | 81): boolean {
    const column = texte.cloneNode(false) as Element
    column.classList.toggle('etroit', width === 81)
    column.setAttribute('style', `width: ${width}mm`)
    return layIn([row.cloneNode(false) as Element, column], table, tried => {
      const { height, right } = tried.getBoundingClientRect()
      const rows = [...tried.rows].map(one => one.getBoundingClientRect().height / MM)
      return (
        right <= column.getBoundingClientRect().right + 1 &&
        (tried.rows[0]?.cells.length ?? 0) <= COLUMNS &&
        height / MM <= HIGH[width] &&
        Math.max(...rows) < (LINES + 1) * LINE
      )
    })
  }

  /** Of each column, across the page: its longest word, and all of it on one line, in px. */
  function widthsOf(table: Element): [least: number[], most: number[]] {
    return layIn([bandOf()], table, tried => {
      tried.style.tableLayout = 'auto'
      const widthsAs = (width: string) => {
        tried.style.width = width
        return [...(tried.rows[0]?.cells ?? [])].map(cell => cell.getBoundingClientRect().width)
      }
      return [widthsAs('min-content'), widthsAs('max-content')]
    })
  }

  function layIn<T>(around: readonly Element[], table: Element, read: (tried: HTMLTableElement) => T): T {
    const tried = table.cloneNode(true) as HTMLTableElement
    const shells = [part.cloneNode(false) as Element, ...around]
    for (const [index, shell] of shells.entries()) shell.append(shells[index + 1] ?? tried)
    host.append(...shells.slice(0, 1))
    const reading = read(tried)
    shells[0]?.remove()
    return reading
  }

  function bandOf(): Element {
    const band = document.createElement('div')
    band.className = 'rang plein tableau'
    return band
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

/** Runs in the tab. A table whose longest words are wider than its place, as those of an address are, breaks them anywhere: its cells would
 *  stand beyond the page. Figures stay whole. */
export function breakWideTables(document: Element): void {
  for (const table of document.querySelectorAll('table')) {
    const place = table.closest('.bloc, .texte, .rang')
    if (!place || table.getBoundingClientRect().right <= place.getBoundingClientRect().right + 1) continue
    for (const cell of table.querySelectorAll('th, td'))
      if (/\p{L}/u.test(cell.textContent ?? '')) cell.classList.add('mots-coupes')
  }
}
