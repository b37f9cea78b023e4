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

/** Runs in the tab. The section that closes a fiche, when it is cut though a page could hold it: it goes to the next page
 *  whole, as its colour fills the page in any case. */
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

/** Runs in the tab. Finds the element that has to move with the text after `overflow` when a heading would end the page: the heading, or its
 *  whole row when the row begins with it, so that the margin's block stays beside its text. `break-after: avoid` alone
 *  fails when the next row begins with a box that is pushed away.
 *  @returns undefined when the page ends well, or when nothing would be left on it */
export function startOfHeading(overflow: Range, rendered: Element): Element | undefined {
  /** Three lines: a longer paragraph may stay. */
  const LONGEST_LEAD_IN = 200
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

  /** A paragraph that announces a list. */
  function leadIn(paragraph: Element | null | undefined): Element | undefined {
    const announces =
      paragraph?.textContent?.trimEnd().endsWith(':') && paragraph.textContent.length < LONGEST_LEAD_IN
    return announces && paragraph?.nextElementSibling?.matches('ul, ol') ? paragraph : undefined
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

/** Runs in the tab. Remembers which node of the source each text of `rendered`, its copy, comes from. */
export function traceSource(rendered: Node, origin: Node): void {
  if (rendered instanceof Text) {
    if (origin instanceof Text) window.workbench.origins.set(rendered, origin)
    return
  }
  // Most copies are of one node: its children come as copies of their own.
  for (let [copy, node] = [rendered.firstChild, origin.firstChild]; copy && node; ) {
    window.workbench.traceSource(copy, node)
    copy = copy.nextSibling
    node = node.nextSibling
  }
}

/** Runs in the tab. The place of the source that `offset` in a rendered text is a copy of; a text that a page begins in the
 *  middle of lacks its first letters. */
export function placeInSource(text: Text, offset: number): { node: Text; offset: number } | undefined {
  const node = window.workbench.origins.get(text)
  return node && { node, offset: Math.max(0, node.length - text.length) + offset }
}
