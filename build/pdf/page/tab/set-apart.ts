/** Runs in the tab. Takes an element out of its text, with the headings and the line that announce it: they become a row of their own that
 *  runs across the page, and the text goes on under it.
 *  @param kind the class of that row; none for what is a block like others */
export function setApart(element: Element, kind = ''): void {
  const texte = element.parentElement
  const row = texte?.parentElement
  if (!texte || !row) return
  const boxes = [...row.children].filter(child => child !== texte)
  const across = document.createElement('div')
  across.className = `rang plein ${kind}`.trim()
  const after = row.cloneNode(false) as Element
  after.classList.add('suite')
  const rest = texte.cloneNode(false) as Element
  while (element.nextSibling) rest.append(element.nextSibling)
  across.append(element)
  row.after(across)
  window.workbench.announce(across, texte)
  if (rest.childElementCount > 0) after.append(rest)
  // They stand beside the text that begins with their title; where the element had all of it, they come after.
  if (texte.childElementCount === 0) {
    texte.remove()
    after.prepend(...boxes)
  }
  if (after.childElementCount > 0) across.after(after)
  if (row.childElementCount === 0) row.remove()
  // Paragraphs that open a fiche stand on either side.
  for (const one of [row, after])
    one.classList.toggle('chapo-rang', one.querySelector(':scope > .texte > .chapo') !== null)
}
