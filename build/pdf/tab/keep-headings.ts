import type { BreakToken, PagedHandler, PagedPage } from './press.ts'

/** Runs in the tab. Makes the handler that amends Paged.js: a heading goes with the text it announces, and a finished page
 *  stays as it is. `break-after: avoid` alone fails when the next row begins with a box that is pushed away. */
export function keepHeadings(Handler: PagedHandler): PagedHandler {
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
      const kept = textsBefore(overflow, rendered)
      let moved: Element | undefined
      for (;;) {
        const start = startOfHeading(kept)
        if (!start) break
        while (kept.length > 0 && start.contains(kept.at(-1) ?? null)) kept.pop()
        // Nothing would be left on the page: the cut stays where it is.
        if (kept.length === 0) break
        moved = start
      }
      const source = moved && this.#chunker.source.querySelector(`[data-ref="${moved.getAttribute('data-ref')}"]`)
      if (!moved || !source) return undefined
      overflow.setStartBefore(moved)
      token.node = source
      token.offset = 0
      return token
    }
  }

  /** The texts of the page that stay on it. */
  function textsBefore(overflow: Range, rendered: Element): Text[] {
    const kept: Text[] = []
    const walker = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      if (text === overflow.startContainer ? overflow.startOffset === 0 : overflow.comparePoint(text, 0) >= 0) break
      if (text.data.trim()) kept.push(text)
    }
    return kept
  }

  /** What has to move when the last kept text is a heading: the heading, or its whole row when the row begins with it,
   *  so that the margin's block stays beside its text. */
  function startOfHeading(kept: Text[]): Element | undefined {
    const heading = kept.at(-1)?.parentElement?.closest('h2, h3, h4, .bloc-tete, .bloc-titre')
    if (!heading) return undefined
    const block = heading.closest('.bloc')
    if (block) return block
    const column = heading.closest('.texte')
    const first = column && kept.find(text => column.contains(text))
    return first && heading.contains(first) ? (column.closest('.rang') ?? heading) : heading
  }
}
