/** Runs in the tab. What has to move with the text after `overflow` when a heading would end the page: the heading, or its
 *  whole row when the row begins with it, so that the margin's block stays beside its text. `break-after: avoid` alone
 *  fails when the next row begins with a box that is pushed away.
 *  @returns undefined when the page ends well, or when nothing would be left on it */
export function startOfHeading(overflow: Range, rendered: Element): Element | undefined {
  /** Three lines: a longer paragraph may stay. */
  const LONGEST_LEAD_IN = 200
  const before = textsBefore()
  let moved: Element | undefined
  for (;;) {
    const start = headingAtEnd()
    if (!start) return moved
    while (before.length > 0 && start.contains(before.at(-1) ?? null)) before.pop()
    if (before.length === 0) return moved
    moved = start
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
