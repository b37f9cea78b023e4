import type { BreakToken, PagedHandler, PagedPage } from './workbench.ts'

/** Runs in the tab. Makes the handler that amends Paged.js where a page ends: headings go with the text they announce, and
 *  a finished page stays as it is. */
export function amendPaging(Handler: PagedHandler): PagedHandler {
  type Chunker = { source: DocumentFragment }
  return class extends Handler {
    #chunker: Chunker
    constructor(chunker: Chunker, ...rest: unknown[]) {
      super(chunker, ...rest)
      this.#chunker = chunker
    }

    // Paged.js flows a finished page again when its size changes: the result would depend on timing.
    finalizePage(_element: Element, page: PagedPage): void {
      page.removeListeners()
    }

    renderNode(rendered: Node, origin: Node): void {
      window.workbench.traceSource(rendered, origin)
    }

    onBreakToken(token: BreakToken, overflow: Range | undefined, rendered: Element): BreakToken {
      if (!token?.node || !overflow) return undefined
      const { workbench } = window
      const { source } = this.#chunker
      // Paged.js looks for the text that it cuts by its words: a short one (« et ») is found in another before it, and all
      // between them is printed twice.
      const start = overflow.startContainer
      const inText = start instanceof Text
      const text = inText ? start : start.childNodes[overflow.startOffset]
      const place = text instanceof Text && workbench.placeInSource(text, inText ? overflow.startOffset : 0)
      if (place && (inText || place.node.previousSibling)) {
        token.node = place.node
        token.offset = place.offset
      }
      for (const rule of [workbench.startOfClosing, workbench.startOfHeading]) {
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
