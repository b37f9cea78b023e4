/** Says what an acronym of the text means when one presses it, or comes to it with the keyboard: a pointer that hovers is told by the
 *  browser. Where the browser has no popovers, its title goes on telling. */
export function explainAcronyms(page: Document): void {
  if (!('popover' in HTMLElement.prototype)) return
  const note = page.createElement('p')
  note.className = 'sigle-dit'
  note.popover = 'auto'
  note.setAttribute('role', 'status')
  for (const acronym of page.querySelectorAll<HTMLElement>('.corps abbr[title]')) {
    const { title } = acronym
    acronym.tabIndex = 0
    acronym.role = 'button'
    const tell = () => {
      if (!note.isConnected) page.body.append(note)
      note.textContent = title
      note.showPopover()
      const { left, bottom } = acronym.getBoundingClientRect()
      const room = page.documentElement.clientWidth - note.offsetWidth - 8
      note.style.left = `${Math.max(8, Math.min(left, room))}px`
      note.style.top = `${Math.min(bottom + 6, innerHeight - note.offsetHeight - 8)}px`
    }
    acronym.addEventListener('click', tell)
    acronym.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      tell()
    })
  }
  addEventListener('scroll', () => note.isConnected && note.hidePopover(), { passive: true })
}
