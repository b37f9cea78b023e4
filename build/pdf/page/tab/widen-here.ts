/** Runs in the tab. When a row's text fits the page and its margin does not: its boxes at full measure right under the
 *  text, if so they fit. Both the page and the source change; @returns whether they did */
export function widenHere(overflow: Range, rendered: Element, source: DocumentFragment): boolean {
  const { press } = window
  const start = overflow.startContainer
  const marge = (start instanceof Element ? start : start.parentElement)?.closest('.marge')
  const row = marge?.parentElement
  const texte = row?.querySelector(':scope > .texte')
  const origin = row && source.querySelector(`[data-ref="${row.getAttribute('data-ref')}"]`)
  // Paged.js must be past the row, or it would write the boxes once more.
  if (
    !marge ||
    !row ||
    !texte ||
    !origin ||
    !(row.nextElementSibling || rendered.querySelector('#fin-du-document'))
  )
    return false
  const area = (rendered.parentElement ?? rendered).getBoundingClientRect()
  const stays = (element: Element) =>
    [...element.getClientRects()].every(({ left, bottom }) => left < area.right && bottom <= area.bottom + 1)
  const boxes = [...marge.children]
  const index = boxes.findIndex(box => !stays(box))
  if (index < 0 || !stays(texte) || !boxes.slice(index).every(press.canBeWide)) return false
  // Tried on a copy, and the row stays where it is: a range moves when its element does.
  const trial = row.cloneNode(true) as Element
  row.after(trial)
  row.setAttribute('style', 'display: none')
  press.widen(trial, index)
  const fits = [...trial.children].every(stays)
  trial.remove()
  row.removeAttribute('style')
  if (!fits) return false
  press.widen(row, index)
  press.widen(origin, index)
  return true
}
