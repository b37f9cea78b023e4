/** Runs in the tab. Ties the last word of each paragraph and item to the one before it, so that none stands alone on the last
 *  line: a no-break space takes the place of the space. Two long words stay apart. */
export function joinLastWords(source: ParentNode): void {
  /** Letters that a line holds wherever the text may stand; a date of a timeline has a sixth of the page. */
  const longestOf = (element: Element) => (element.matches('.frise-dates li') ? 14 : 26)
  /** Shorter ones are mostly one line; items stand further in. */
  const leastOf = (element: Element) => (element.matches('li') ? 30 : 50)
  for (const element of source.querySelectorAll('.texte p, .texte li, .bloc p, .bloc li')) {
    if (element.querySelector('p, ul, ol, table') || (element.textContent ?? '').length < leastOf(element))
      continue
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    let after = ''
    for (const text of texts.reverse()) {
      const data = after === '' ? text.data.trimEnd() : text.data
      const space = data.search(/[ \n][^ \n]*$/)
      if (space < 0) {
        after = data + after
        continue
      }
      const before = data.slice(0, space).split(/\s/).at(-1) ?? ''
      const last = data.slice(space + 1) + after
      if (last.length + before.length <= longestOf(element))
        text.data = `${data.slice(0, space)}\u00a0${text.data.slice(space + 1)}`
      break
    }
  }
}

/** Runs in the tab. A line may end after the pill of a page number, as after any box: the bracket or full stop that follows it
 *  stays on its line. */
export function keepPunctuation(source: ParentNode): void {
  for (const link of source.querySelectorAll('.renvoi:has(> .p)')) {
    const after = link.nextSibling
    const signs = after instanceof Text ? /^[)\].,;…»]+/.exec(after.data)?.[0] : undefined
    if (!(after instanceof Text) || !signs) continue
    after.splitText(signs.length)
    const noBreak = document.createElement('span')
    noBreak.className = 'insecable'
    link.replaceWith(noBreak)
    noBreak.append(link, after)
    // Its words go on the lines as before.
    const words = document.createElement('span')
    words.className = 'secable'
    words.append(...[...link.childNodes].filter(node => !(node instanceof Element && node.matches('.p'))))
    link.prepend(words)
  }
}
