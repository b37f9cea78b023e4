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

/** Runs in the tab. What announces a row, headings and the line that ends in « : », goes from the end of the text before it to its own text,
 *  which is made where it has none. A row that has the title of a lever shows its disc.
 *  @returns whether anything did */
export function announce(row: Element, before: Element): boolean {
  const LONGEST_LEAD_IN = 200
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
  row.classList.toggle('levier', row.querySelector('.levier-titre') !== null)
  return true

  function announces(last: Element): boolean {
    const words = last.textContent?.trimEnd() ?? ''
    return (
      last.matches('h3, h4') ||
      (last.matches('p:not(.chapo)') && words.endsWith(':') && words.length < LONGEST_LEAD_IN)
    )
  }
}
