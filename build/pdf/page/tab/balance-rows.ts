/** Runs in the tab. Before a document is paged: takes boxes out of margins that are longer than the text beside them, when
 *  the row is lower for it. `source` is laid out once, `width` mm wide; each try lays out one row.
 *  @returns the height of the document in one piece, in px */
export function balanceRows(source: DocumentFragment, host: Element, width: number): number {
  const MM = 96 / 25.4
  /** Standing beside its lever is what a box is for: it leaves for a gain of so much, or less when room is wanted. */
  const GAIN = (source.querySelector('.serre') ? 6 : 18) * MM
  const { press } = window
  const probe = document.createElement('div')
  probe.style.width = `${width}mm`
  probe.append(source.cloneNode(true))
  host.append(probe)
  const rows = [...probe.querySelectorAll('.rang:not(.plein)')].map(row => {
    const [margin, text] = ['.marge', '.texte'].map(name => row.querySelector(`:scope > ${name}`))
    return { row, margin, excess: margin && text ? height(margin) - height(text) : 0 }
  })
  // Tries leave a row in its last state: what the chosen one saves is taken off.
  let whole = height(probe)
  for (const { row, margin, excess } of rows) {
    if (!margin || excess < GAIN) continue
    const origin = source.querySelector(`[data-ref="${row.getAttribute('data-ref')}"]`)
    const boxes = [...margin.children]
    const before = height(row)
    let best = { index: boxes.length, height: before, mark: before - GAIN }
    for (let index = boxes.length - 1; index >= 0 && boxes.slice(index).every(press.canBeWide); index--) {
      press.widen(row, index)
      const low = height(row)
      if (low < best.mark) best = { index, height: low, mark: low - GAIN / 2 }
    }
    if (!origin || best.index === boxes.length) continue
    press.widen(origin, best.index)
    whole -= before - best.height
  }
  probe.remove()
  return whole

  function height(element: Element): number {
    return element.getBoundingClientRect().height
  }
}
