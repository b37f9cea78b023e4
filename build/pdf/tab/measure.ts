// Run in the tab, before and after assembly: the two measures must be the same function.

/** The letters of a text: white space goes, and what Paged.js may add where it cuts a word. */
export function lettersOf(text: string): string {
  return text.replace(/[\s\u00ad\u200b\u2011]/g, '')
}

/** Where the last line of text ends, in px under `top`. Boxes do not count: their ends differ between the columns of
 *  Paged.js and a page. Nor does text that the frame puts in its place (`.pose`). */
export function bottomOf(area: Element, top: number): number {
  const range = document.createRange()
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  let bottom = top
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (!text.textContent?.trim() || text.parentElement?.closest('.pose')) continue
    range.selectNodeContents(text)
    bottom = Math.max(bottom, range.getBoundingClientRect().bottom)
  }
  return Math.round(bottom - top)
}

/** The first text or picture that leaves `bounds` to the right or below, by more than 2 px: Paged.js cuts it off without
 *  a word. Text that the frame puts in its place (`.pose`) is checked after assembly. */
export function overflowOf(area: Element, bounds: DOMRect): string | null {
  const range = document.createRange()
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node instanceof Element ? node : node.parentElement
    if (element?.closest('.pose')) continue
    if (node instanceof Element ? !node.matches('img, svg, table, figure') : !node.textContent?.trim()) continue
    if (node instanceof Element) range.selectNode(node)
    else range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.height > 0 && (box.bottom > bounds.bottom + 2 || box.right > bounds.right + 2))
      return (node.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60) || `<${node.nodeName.toLowerCase()}>`
  }
  return null
}

/** The heading that ends a page, if its last text is one. */
export function headingAtFoot(area: Element): string | null {
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  let last: Node | null = null
  while (walker.nextNode()) if (walker.currentNode.textContent?.trim()) last = walker.currentNode
  const heading = last?.parentElement?.closest('h1, h2, h3, h4, .bloc-tete, .bloc-titre')
  return heading?.textContent?.trim().replace(/\s+/g, ' ') ?? null
}
