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
