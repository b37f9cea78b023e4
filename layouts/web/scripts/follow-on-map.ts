/** Shows on the map the département that is read in the list beside it, by the keyboard or the pointer: the list is the map's own way for who
 *  has no mouse, and the eye finds there where one is. */
export function followOnMap(page: Document): void {
  const list = page.querySelector('.carte-liste')
  const shapeOf = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a') : null
    return link && page.getElementById(`carte-${link.dataset['departement']}`)
  }
  for (const type of ['focusin', 'pointerover'])
    list?.addEventListener(type, event => shapeOf(event)?.classList.add('lu'))
  for (const type of ['focusout', 'pointerout'])
    list?.addEventListener(type, event => shapeOf(event)?.classList.remove('lu'))
}
