/** Runs in the tab. Sets every paragraph and list of a document that is laid out on the lines of 4.5 mm, counted from the top of its
 *  text or box: what stands above it, as a heading, takes the rest of a line below itself. Labels, names, sources and keywords have lines
 *  of their own. */
export function setOnLines(document: Element): void {
  const MM = 96 / 25.4
  const LINE = 4.5
  const ROUNDING = 0.1
  const texts =
    'p:not(.bloc-tete, .lieu, .bloc-titre, .propos > .auteur, .source, .mots-cles, .chapo), ul, ol'
  const wider: [element: HTMLElement, margin: number][] = []
  for (const box of document.querySelectorAll('.texte, .bloc')) {
    const { display, columnCount } = getComputedStyle(box)
    if (display.endsWith('grid')) continue
    const { top } = box.getBoundingClientRect()
    let above: HTMLElement | null = null
    let by = 0
    for (const child of box.children) {
      if (!(child instanceof HTMLElement) || child.getBoundingClientRect().height === 0) continue
      const text = child.matches(texts)
      const at = firstLine(child) - top / MM + by
      const rest = Math.ceil((at - ROUNDING) / LINE) * LINE - at
      if (above && text && rest > ROUNDING / 2) {
        wider.push([above, Math.max(space(above, 'marginBottom'), space(child, 'marginTop')) + rest])
        by += rest
      }
      // What follows runs down columns.
      if (text && columnCount !== 'auto' && getComputedStyle(child).columnSpan !== 'all') break
      above = child
    }
  }
  for (const [element, margin] of wider) element.style.marginBottom = `${margin.toFixed(3)}mm`

  /** Top of the first line of a paragraph or list: an item may have a rule above. */
  function firstLine(element: Element): number {
    const item = (element.matches('ul, ol') && element.firstElementChild) || element
    return item.getBoundingClientRect().top / MM + space(item, 'borderTopWidth') + space(item, 'paddingTop')
  }

  function space(
    element: Element,
    of: 'marginTop' | 'marginBottom' | 'borderTopWidth' | 'paddingTop',
  ): number {
    return Number.parseFloat(getComputedStyle(element)[of]) / MM
  }
}
