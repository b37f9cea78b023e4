import { isLeadIn } from './measure.ts'
import type { BreakToken, PagedHandler, PagedPage } from './workbench.ts'

/** Makes the handler that amends Paged.js where a page ends: headings go with the text they announce. */
export function amendPaging(Handler: PagedHandler): PagedHandler {
  return class extends Handler {
    readonly #chunker: { source: DocumentFragment }
    constructor(...preview: ConstructorParameters<PagedHandler>) {
      super(...preview)
      this.#chunker = preview[0]
    }

    // Paged.js flows a finished page again when its size changes: the result would depend on timing.
    finalizePage(_element: Element, page: PagedPage): void {
      page.removeListeners()
    }

    renderNode(rendered: Node, origin: Node): void {
      traceSource(rendered, origin)
    }

    onBreakToken(token: BreakToken, overflow: Range | undefined, rendered: Element): BreakToken {
      if (!token?.node || !overflow) return undefined
      const { source } = this.#chunker
      // Paged.js finds the text to cut by its words. It may find a short one (« et ») too early, and print all between twice.
      const start = overflow.startContainer
      const inText = start instanceof Text
      const text = inText ? start : start.childNodes[overflow.startOffset]
      const place = text instanceof Text && placeInSource(text, inText ? overflow.startOffset : 0)
      if (place && (inText || place.node.previousSibling)) {
        token.node = place.node
        token.offset = place.offset
      }
      for (const rule of [startOfClosing, startOfHeading]) {
        const element = rule(overflow, rendered)
        const origin = element && source.querySelector(`[data-ref="${element.getAttribute('data-ref')}"]`)
        if (!element || !origin) continue
        overflow.setStartBefore(element)
        token.node = origin
        token.offset = 0
      }
      return token
    }
  }
}

/** Finds the section that closes a fiche, when it is cut though a page could hold it: it goes to the next page whole. */
export function startOfClosing(overflow: Range, rendered: Element): Element | undefined {
  const start = overflow.startContainer
  const inside = start instanceof Element ? start : start.parentElement
  const section = inside?.closest('.ressources-section')
  const area = rendered.parentElement?.getBoundingClientRect()
  if (!section || !area || section.hasAttribute('data-split-from')) return undefined
  const height = [...section.getClientRects()].reduce((sum, box) => sum + box.height, 0)
  const before = document.createRange()
  before.setStart(rendered, 0)
  before.setEndBefore(section)
  return height < area.height && before.toString().trim() !== '' ? section : undefined
}

/** Finds the element to move with the text after `overflow` when a heading would end the page. It is the heading, or the
 *  whole row that it begins, so that its block stays beside. `break-after: avoid` fails when the next row begins with a
 *  displaced box. */
export function startOfHeading(overflow: Range, rendered: Element): Element | undefined {
  const before = textsBefore()
  let head: Element | undefined
  for (;;) {
    const start = headingAtEnd()
    if (!start) return head
    while (before.length > 0 && start.contains(before.at(-1) ?? null)) before.pop()
    if (before.length === 0) return head
    head = start
  }

  function textsBefore(): Text[] {
    const texts: Text[] = []
    const walker = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      if (text === overflow.startContainer ? overflow.startOffset === 0 : overflow.comparePoint(text, 0) >= 0)
        break
      if (text.data.trim()) texts.push(text)
    }
    return texts
  }

  function leadIn(paragraph: Element | null | undefined): Element | undefined {
    if (!paragraph || !isLeadIn(paragraph)) return undefined
    return paragraph.nextElementSibling?.matches('ul, ol') ? paragraph : undefined
  }

  function headingAtEnd(): Element | undefined {
    const last = before.at(-1)?.parentElement
    const heading = last?.closest('h2, h3, h4, .bloc-tete, .bloc-titre, .lieu') ?? leadIn(last?.closest('p'))
    if (!heading) return undefined
    const block = heading.closest('.bloc')
    if (block) return block
    const column = heading.closest('.texte')
    const first = column && before.find(text => column.contains(text))
    return first && heading.contains(first) ? (column.closest('.rang') ?? heading) : heading
  }
}

/** Rendered text → the text of the source that it is a copy of. */
const origins = new WeakMap<Text, Text>()

/** Remembers which node of the source each text of `rendered`, its copy, comes from. */
export function traceSource(rendered: Node, origin: Node): void {
  if (rendered instanceof Text) {
    if (origin instanceof Text) origins.set(rendered, origin)
    return
  }
  // Most copies are of one node: its children come as copies of their own.
  for (let [copy, node] = [rendered.firstChild, origin.firstChild]; copy && node; ) {
    traceSource(copy, node)
    copy = copy.nextSibling
    node = node.nextSibling
  }
}

/** Finds the place of the source of which `offset` in a rendered text is a copy; a text that goes on lacks its first letters. */
export function placeInSource(text: Text, offset: number): { node: Text; offset: number } | undefined {
  const node = origins.get(text)
  return node && { node, offset: Math.max(0, node.length - text.length) + offset }
}
