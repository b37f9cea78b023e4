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
