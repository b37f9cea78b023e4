/** Runs in the tab. Cuts a column in two at `cut`, which goes to its end: the rest takes its place. A table goes on with its widths and
 *  under its head, which no machine reads twice.
 *  @returns the first half */
export function halve(column: Element, cut: Range): Element {
  const rest = column.cloneNode(false) as Element
  rest.removeAttribute('id')
  rest.setAttribute('data-split-from', '')
  column.setAttribute('data-split-to', '')
  const through: Element[] = []
  for (let node: Node | null = cut.startContainer; node && node !== column; node = node.parentNode)
    if (node instanceof Element) through.unshift(node)
  rest.append(cut.extractContents())
  let second = rest.firstElementChild
  // Drawn in as a paragraph under another, now that it stands under none.
  if (through.length === 0 && column.lastElementChild?.matches('p') && second?.matches('p'))
    second.classList.add('alinea')
  for (const first of through) {
    first.setAttribute('data-split-to', '')
    if (!second) break
    second.setAttribute('data-split-from', '')
    second.removeAttribute('id')
    if (first instanceof HTMLOListElement && second instanceof HTMLOListElement) {
      // An item that was cut has its number once.
      const cutItem = through.includes(first.lastElementChild as Element)
      second.start = first.start + first.children.length - (cutItem ? 1 : 0)
    }
    const inner = second.firstElementChild
    if (first instanceof HTMLTableElement) second.prepend(...headOf(first))
    second = inner
  }
  column.replaceWith(rest)
  return column

  function headOf({ tHead, children }: HTMLTableElement): Element[] {
    const [widths] = children
    const head = tHead?.textContent?.trim() ? (tHead.cloneNode(true) as Element) : null
    head?.classList.add('reprise')
    head?.setAttribute('aria-hidden', 'true')
    for (const named of head?.querySelectorAll('[id]') ?? []) named.removeAttribute('id')
    return [
      ...(widths?.matches('colgroup') ? [widths.cloneNode(true) as Element] : []),
      ...(head ? [head] : []),
    ]
  }
}
