import type { BreakToken, PagedHandler, PagedPage } from './press.ts'

/** Runs in the tab. Makes the handler that amends Paged.js where a page ends: rows are cut in both columns, headings go with
 *  the text they announce, and a finished page stays as it is. */
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

    onBreakToken(token: BreakToken, overflow: Range | undefined, rendered: Element): BreakToken {
      if (!token?.node || !overflow) return undefined
      const { press } = window
      const { source } = this.#chunker
      const cut = press.cutRow(overflow, rendered, source)
      if (cut) {
        if (cut.rendered instanceof Range)
          overflow.setStart(cut.rendered.startContainer, cut.rendered.startOffset)
        else overflow.setStartBefore(cut.rendered)
        token.node = cut.source
        token.offset = 0
      }
      for (const rule of [press.startOfClosing, press.startOfHeading]) {
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
