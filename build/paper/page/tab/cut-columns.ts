/** Finds the part of a column that leaves the page, or null. The range starts at the first line or drawing below `bottom`,
 *  or right of `right`, where Paged.js lays out the next page. It runs to the end of the column. */
export function columnCut(column: Element, right: number, bottom: number): Range | null {
  const range = document.createRange()
  const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, node =>
    node.parentElement?.closest('svg') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  while (walker.nextNode()) {
    const node = walker.currentNode
    const text = node instanceof Text
    if (text ? !node.data.trim() : !(node as Element).matches('svg, img')) continue
    if (text) range.selectNodeContents(node)
    else range.selectNode(node)
    const boxes = [...range.getClientRects()].filter(({ height }) => height > 0)
    if (!boxes.some(leaves)) continue
    if (text && !boxes.every(leaves)) range.setStart(node, firstLetter(node))
    else range.setStartBefore(outermost(node))
    range.setEnd(column, column.childNodes.length)
    return range
  }
  return null

  function leaves(box: DOMRect): boolean {
    return box.left >= right || box.bottom > bottom
  }

  /** Letters follow each other down the page: the first that leaves it begins a line. */
  function firstLetter(text: Text): number {
    const letter = document.createRange()
    let [low, high] = [0, text.length]
    while (low < high) {
      const middle = (low + high) >> 1
      letter.setStart(text, middle)
      letter.setEnd(text, middle + 1)
      const boxes = [...letter.getClientRects()]
      if (boxes.length > 0 && boxes.every(leaves)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** The largest element of the column that begins with `node`: a paragraph goes with its first line. */
  function outermost(node: Node): Node {
    let outer = node
    while (outer.parentNode && outer.parentNode !== column && !speaksBefore(outer)) outer = outer.parentNode
    return outer
  }

  function speaksBefore(node: Node): boolean {
    for (let before = node.previousSibling; before; before = before.previousSibling)
      if (before.textContent?.trim() || (before instanceof Element && before.matches('svg, img'))) return true
    return false
  }
}

/** Cuts a column in two at `cut`: the rest takes its place. A table goes on under its head, an example under its plate and « suite »,
 *  which no machine reads twice.
 *  @returns the first half */
export function halve(column: Element, cut: Range): Element {
  const rest = column.cloneNode(false) as Element
  rest.removeAttribute('id')
  rest.setAttribute('data-coupe-haut', '')
  column.setAttribute('data-coupe-bas', '')
  const through: Element[] = []
  for (let node: Node | null = cut.startContainer; node && node !== column; node = node.parentNode)
    if (node instanceof Element) through.unshift(node)
  rest.append(cut.extractContents())
  let second = rest.firstElementChild
  // Keeps the indent of a paragraph whose predecessor is now in another column.
  if (through.length === 0 && column.lastElementChild?.matches('p') && second?.matches('p'))
    second.classList.add('alinea')
  for (const first of through) {
    first.setAttribute('data-coupe-bas', '')
    if (!second) break
    second.setAttribute('data-coupe-haut', '')
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
  const plate = column.matches('.exemple') ? column.querySelector(':scope > .bloc-tete') : null
  if (plate && !rest.querySelector(':scope > .reprise')) rest.prepend(plateOf(plate))
  column.replaceWith(rest)
  return column

  function plateOf(plate: Element): Element {
    const again = plate.cloneNode(true) as Element
    again.classList.add('reprise')
    again.setAttribute('aria-hidden', 'true')
    if (!column.hasAttribute('data-coupe-haut')) again.querySelector('.etiquette')?.append('\u00a0(suite)')
    return again
  }

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
