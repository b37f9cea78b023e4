/** Runs in the tab. Takes the boxes of a row out of its margin, from the one at `index` on: full measure, under the text. A
 *  long one may then be cut between pages. */
export function widen(row: Element, index: number): void {
  const LONGEST_WHOLE = 1400
  const margin = row.querySelector(':scope > .marge')
  if (!margin) return
  const boxes = [...margin.children].slice(index)
  for (const box of boxes)
    box.classList.add((box.textContent ?? '').length > LONGEST_WHOLE ? 'long' : 'large')
  const text = row.querySelector(':scope > .texte')
  if (text) text.after(...boxes)
  else margin.after(...boxes)
  if (margin.children.length === 0) margin.remove()
}

/** Runs in the tab. The boxes that look well at full measure. */
export function canBeWide(box: Element): boolean {
  return box.matches('.exemple, .info, .definition, .loi, .chiffres, .citation, .propos')
}
