/** Runs in the tab. Sets the paragraphs and lists of a document that is laid out on the lines of the page, counted from the top of their text
 *  or box: the spaces of what stands above them, as a heading, become larger or smaller by as much as brings them to the nearest line;
 *  none becomes less than about half of what it was. Labels, names, sources and keywords have lines of their own. */
export function setOnLines(document: Element): void {
  const MM = 96 / 25.4
  const { line: LINE } = window.workbench
  const ROUNDING = 0.1
  const LEAST = 0.45
  const texts = 'p:not(.bloc-tete, .bloc-titre, .propos > .auteur, .source, .mots-cles, .chapo), ul, ol'
  const set: [element: HTMLElement, margin: number][] = []
  for (const box of document.querySelectorAll('.texte, .bloc')) {
    const { display, columnCount } = getComputedStyle(box)
    if (display.endsWith('grid')) continue
    const { top } = box.getBoundingClientRect()
    let above: HTMLElement[] = []
    let by = 0
    for (const child of box.children) {
      if (!(child instanceof HTMLElement) || child.getBoundingClientRect().height === 0) continue
      if (!child.matches(texts)) {
        above.push(child)
        continue
      }
      by += widen(above, firstLine(child) - top / MM + by)
      // What follows runs down columns.
      if (columnCount !== 'auto' && getComputedStyle(child).columnSpan !== 'all') break
      above = []
    }
  }
  for (const [element, margin] of set) element.style.marginBottom = `${margin.toFixed(3)}mm`

  /** Brings to a line what stands at `y` under these. @returns by how much */
  function widen(above: readonly HTMLElement[], y: number): number {
    const spaces = above.map(element => space(element, 'marginBottom'))
    const sum = spaces.reduce((sum, one) => sum + one, 0)
    if (sum === 0) return 0
    let rest = Math.round(y / LINE) * LINE - y
    if (rest < -ROUNDING && sum + rest < LEAST * sum) rest += LINE
    if (Math.abs(rest) < ROUNDING / 2) return 0
    for (const [index, element] of above.entries())
      set.push([element, ((spaces[index] ?? 0) * (sum + rest)) / sum])
    return rest
  }

  /** Top of the first line of a paragraph or list: an item may have a rule above. */
  function firstLine(element: Element): number {
    const item = (element.matches('ul, ol') && element.firstElementChild) || element
    return item.getBoundingClientRect().top / MM + space(item, 'borderTopWidth') + space(item, 'paddingTop')
  }

  function space(element: Element, of: 'marginBottom' | 'borderTopWidth' | 'paddingTop'): number {
    return Number.parseFloat(getComputedStyle(element)[of]) / MM
  }
}
