import type { Cut } from './press.ts'

/** Runs in the tab. What to do with a row whose margin does not fit the rest of the page: cut both columns there, each at
 *  its own line, or move what does not fit, or the whole row; whatever leaves the smallest hole.
 *
 *  Paged.js knows one cut, in document order, and the margin stands first in the source: left alone it would push the
 *  whole text with the first box that does not fit. The row is therefore split in the source, as if it had been written
 *  in two, and the cut falls between the halves.
 *  @returns where the page ends and the next one begins, or undefined when the row is no such row */
export function cutRow(overflow: Range, rendered: Element, source: DocumentFragment): Cut | undefined {
  const MM = 96 / 25.4
  /** Two pieces of a box are worth this much room; less than this, and the row moves. */
  const COST_OF_CUT = 20 * MM
  const COST_OF_MOVED_BOX = 15 * MM
  const COST_OF_WIDE_BOX = 30 * MM
  /** Label, place, title and some lines; and some lines on the next page. */
  const LEAST_PIECE = 34 * MM
  const LEAST_LETTERS = 120

  const start = overflow.startContainer
  const inside = start instanceof Element ? start : start.parentElement
  const marge = inside?.closest('.marge')
  const row = marge?.parentElement
  const texte = row?.querySelector(':scope > .texte')
  if (!marge || !row) return undefined
  const area = (rendered.parentElement ?? rendered).getBoundingClientRect()
  const beyond = (box: DOMRect) => box.left >= area.right
  const heights = (element: Element | null | undefined, side: boolean) =>
    [...(element?.getClientRects() ?? [])].reduce(
      (sum, box) => (beyond(box) === side ? sum + box.height : sum),
      0,
    )

  const boxes = [...marge.children]
  const index = boxes.findIndex(box => [...box.getClientRects()].some(beyond))
  const box = boxes[index]
  if (!box) return undefined
  const margeCut = firstBeyond(marge)
  const texteCut = texte ? firstBeyond(texte) : null
  if (!margeCut) return undefined

  const before = row.previousElementSibling
  const heading = before?.matches('h2') ? before : null
  const first = heading ?? row
  const free = area.bottom - first.getBoundingClientRect().top
  const onTop = !hasTextBefore(first)
  const textRest = heights(texte, true)
  const keptText = texteCut ? keptLetters(texte, texteCut) : (texte?.textContent?.length ?? 0)
  const title = texte?.querySelector(':scope > h3')?.textContent?.length ?? 0
  const speaks = keptText - title > LEAST_LETTERS
  /** Room left empty beside a margin longer than the rest of its text. */
  const blank = (height: number) => Math.max(0, height - textRest)

  const kept = heights(box, false)
  const rest = heights(box, true)
  const after = boxes.slice(index + 1).reduce((sum, next) => sum + heights(next, true), 0)
  const pieces =
    kept >= LEAST_PIECE &&
    keptLetters(box, margeCut) > LEAST_LETTERS &&
    (box.textContent?.length ?? 0) - keptLetters(box, margeCut) > LEAST_LETTERS
  const costs = {
    row: onTop ? Number.POSITIVE_INFINITY : free,
    cut: pieces && (speaks || onTop) ? COST_OF_CUT + blank(rest + after) : Number.POSITIVE_INFINITY,
    box: index > 0 || speaks ? COST_OF_MOVED_BOX + blank(kept + rest + after) : Number.POSITIVE_INFINITY,
    wide: speaks && boxes.slice(index).every(canBeWide) ? COST_OF_WIDE_BOX : Number.POSITIVE_INFINITY,
  }
  const least = Math.min(...Object.values(costs))
  if (least === Number.POSITIVE_INFINITY) return undefined
  if (costs.row === least) return { rendered: first, source: sourceOf(first) }

  const from = document.createRange()
  if (costs.cut === least) from.setStart(margeCut.startContainer, margeCut.startOffset)
  else from.setStartBefore(box)
  const second = splitSource(from, texteCut)
  if (costs.wide === least) widen(second)
  // The page loses what goes to the next one: the margin's rest here, everything after the text's cut by Paged.js.
  markSplit(from, marge)
  from.setEnd(marge, marge.childNodes.length)
  from.deleteContents()
  if (texteCut && texte) markSplit(texteCut, texte)
  const end = document.createRange()
  if (texteCut) end.setStart(texteCut.startContainer, texteCut.startOffset)
  else end.setStartAfter(texte ?? marge)
  return { rendered: end, source: second }

  /** The first text or drawing of a column that stands on the next page, as a range that begins there. */
  function firstBeyond(column: Element): Range | null {
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
      const rects = [...range.getClientRects()].filter(({ height }) => height > 0)
      if (!rects.some(beyond)) continue
      if (text && !rects.every(beyond)) {
        range.setStart(node, offsetOf(node))
        range.setEnd(column, column.childNodes.length)
        return range
      }
      let outer: Node = node
      while (outer.parentNode && outer.parentNode !== column && isFirst(outer)) outer = outer.parentNode
      range.setStartBefore(outer)
      range.setEnd(column, column.childNodes.length)
      return range
    }
    return null
  }

  /** Where the first line of the next page begins inside a text. */
  function offsetOf(text: Text): number {
    const range = document.createRange()
    let [low, high] = [0, text.length]
    while (low < high) {
      const middle = (low + high) >> 1
      range.setStart(text, middle)
      range.setEnd(text, middle + 1)
      const rects = [...range.getClientRects()]
      if (rects.length > 0 && rects.every(beyond)) high = middle
      else low = middle + 1
    }
    return low
  }

  function isFirst(node: Node): boolean {
    for (let before = node.previousSibling; before; before = before.previousSibling)
      if (before.textContent?.trim() || (before instanceof Element && before.matches('svg, img')))
        return false
    return true
  }

  function hasTextBefore(element: Element): boolean {
    const range = document.createRange()
    range.setStart(rendered, 0)
    range.setEndBefore(element)
    return range.toString().trim() !== ''
  }

  function keptLetters(element: Element | null | undefined, cut: Range): number {
    if (!element) return 0
    const range = document.createRange()
    range.selectNodeContents(element)
    if (range.comparePoint(cut.startContainer, cut.startOffset) === 0)
      range.setEnd(cut.startContainer, cut.startOffset)
    return range.toString().length
  }

  function sourceOf(element: Element): Element {
    const found = source.querySelector(`[data-ref="${element.getAttribute('data-ref')}"]`)
    if (!found) throw new Error('a rendered element without source')
    return found
  }

  /** Begins `range` at the same place of the source. White space between elements may differ; texts do not. */
  function startInSource(range: Range, { startContainer, startOffset }: Range): void {
    if (startContainer instanceof Element) {
      const child = startContainer.childNodes[startOffset]
      if (child instanceof Element) return range.setStartBefore(sourceOf(child))
    }
    const text = startContainer instanceof Element ? startContainer.childNodes[startOffset] : startContainer
    const parent = text?.parentElement
    const spoken = (node: Node) => node instanceof Element || node.textContent?.trim()
    const at = parent ? [...parent.childNodes].filter(spoken).indexOf(text as ChildNode) : -1
    const node = parent && [...sourceOf(parent).childNodes].filter(spoken)[at]
    if (!node) throw new Error('a rendered text without source')
    range.setStart(node, startContainer instanceof Element ? 0 : startOffset)
  }

  /** Moves the rest of both columns, and what follows them in the row, into a row of their own, after the first. */
  function splitSource(margeFrom: Range, texteFrom: Range | null): Element {
    const whole = sourceOf(row as Element)
    const half = whole.cloneNode(false) as Element
    renew(half)
    half.classList.add('suite')
    for (const [column, from] of [
      [marge, margeFrom],
      [texte, texteFrom],
    ] as const) {
      if (!column || !from) continue
      const original = sourceOf(column)
      const range = document.createRange()
      range.selectNodeContents(original)
      startInSource(range, from)
      const shell = original.cloneNode(false) as Element
      renew(shell)
      const partly = partlyBefore(range, original)
      shell.append(range.extractContents())
      // What was cut through exists twice now: the second half has a name of its own, and no id.
      for (
        let [depth, node] = [0, shell.firstElementChild];
        depth < partly && node;
        depth++, node = node.firstElementChild
      )
        renew(node)
      half.append(shell)
    }
    const last = sourceOf(texte ?? (marge as Element))
    while (last.nextSibling) half.append(last.nextSibling)
    whole.after(half)
    return half
  }

  /** Takes the boxes of a row out of its margin: full measure, after the text. */
  function widen(half: Element): void {
    const margin = half.querySelector(':scope > .marge')
    const wide = [...(margin?.children ?? [])]
    for (const box of wide) box.classList.add('large')
    const text = half.querySelector(':scope > .texte')
    if (text) text.after(...wide)
    else half.prepend(...wide)
    margin?.remove()
  }

  function canBeWide(box: Element): boolean {
    return box.matches('.exemple, .info, .definition, .loi, .chiffres, .citation')
  }

  /** How many elements of the column the range cuts through. */
  function partlyBefore(range: Range, column: Element): number {
    let depth = 0
    for (let node: Node | null = range.startContainer; node && node !== column; node = node.parentNode)
      if (node instanceof Element) depth++
    return depth
  }

  function renew(element: Element): void {
    element.setAttribute('data-ref', `${element.getAttribute('data-ref')}-suite`)
    element.setAttribute('data-split-from', '')
    element.removeAttribute('id')
    element.removeAttribute('data-id')
  }

  function markSplit(place: Range, column: Element): void {
    const from =
      place.startContainer instanceof Element ? place.startContainer : place.startContainer.parentElement
    for (let element = from; element && element !== column; element = element.parentElement)
      element.setAttribute('data-split-to', '')
  }
}
