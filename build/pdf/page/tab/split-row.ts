/** Runs in the tab. Splits a row of the source in two at `marge` and `texte`, which are places of its rendered copy: the rest
 *  of each column, and all that follows them in the row, goes into a row of its own right after the first.
 *  @returns the second row */
export function splitRow(row: Element, marge: Range, texte: Range | null, source: DocumentFragment): Element {
  const whole = sourceOf(row)
  const half = shellOf(whole)
  half.classList.add('suite')
  const columns = [...whole.querySelectorAll(':scope > .marge, :scope > .texte')]
  for (const column of columns) {
    const from = column.matches('.marge') ? marge : texte
    if (!from) continue
    const rest = document.createRange()
    rest.selectNodeContents(column)
    startInSource(rest, from)
    const depth = cutThrough(rest, column)
    const shell = shellOf(column)
    shell.append(rest.extractContents())
    // What was cut through exists twice now: the second half has a name of its own, and no id.
    for (
      let [level, node] = [0, shell.firstElementChild];
      level < depth && node;
      level++, node = node.firstElementChild
    )
      rename(node)
    half.append(shell)
  }
  const last = columns.at(-1)
  while (last?.nextSibling) half.append(last.nextSibling)
  whole.after(half)
  for (const from of [marge, texte]) if (from) markCut(from)
  return half

  function sourceOf(element: Element): Element {
    const found = source.querySelector(`[data-ref="${element.getAttribute('data-ref')}"]`)
    if (!found) throw new Error('a rendered element without source')
    return found
  }

  /** Begins `range` at the same place of the source. */
  function startInSource(range: Range, { startContainer, startOffset }: Range): void {
    const inText = startContainer instanceof Text
    const place = inText ? startContainer : startContainer.childNodes[startOffset]
    if (place instanceof Element) {
      range.setStartBefore(sourceOf(place))
      return
    }
    const origin = place instanceof Text && window.press.placeInSource(place, inText ? startOffset : 0)
    if (!origin) throw new Error('a rendered text without source')
    range.setStart(origin.node, origin.offset)
  }

  /** How many elements of the column the range cuts through. */
  function cutThrough(range: Range, column: Element): number {
    let depth = 0
    for (let node: Node | null = range.startContainer; node && node !== column; node = node.parentNode)
      if (node instanceof Element) depth++
    return depth
  }

  function shellOf(element: Element): Element {
    const shell = element.cloneNode(false) as Element
    rename(shell)
    return shell
  }

  function rename(element: Element): void {
    element.setAttribute('data-ref', `${element.getAttribute('data-ref')}-suite`)
    element.setAttribute('data-split-from', '')
    element.removeAttribute('id')
    element.removeAttribute('data-id')
  }

  /** Tells the style sheet that the rendered first halves go on. */
  function markCut({ startContainer }: Range): void {
    const from = startContainer instanceof Element ? startContainer : startContainer.parentElement
    for (let element = from; element && element !== row; element = element.parentElement)
      if (!element.matches('.marge, .texte')) element.setAttribute('data-split-to', '')
  }
}
