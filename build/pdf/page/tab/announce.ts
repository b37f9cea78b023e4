/** Runs in the tab. What announces a row goes from the end of the text before it to its own text, which is made where it has none.
 *  @param announces whether an element does so, where it stands last
 *  @returns whether anything did */
export function announce(row: Element, before: Element, announces: (last: Element) => boolean): boolean {
  const announcing: Element[] = []
  for (let last = before.lastElementChild; last && announces(last); last = last.previousElementSibling)
    announcing.unshift(last)
  if (announcing.length === 0) return false
  let texte = row.querySelector(':scope > .texte')
  if (!texte) {
    texte = document.createElement('div')
    texte.className = 'texte'
    row.prepend(texte)
  }
  texte.prepend(...announcing)
  return true
}
