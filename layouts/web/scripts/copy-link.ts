const links =
  '<svg class="picto" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M9 17H7A5 5 0 0 1 7 7h2"/><path d="M15 7h2a5 5 0 1 1 0 10h-2"/><path d="M8 12h8"/></svg>'

const titles = '.corps :is(h2, h3), .corps .exemple > .bloc-titre, .corps .chiffres > .bloc-tete > .etiquette'

/** Puts beside the title of each section, lever, example and set of figures a button that copies its address, where the browser can copy. */
export function addCopyButtons(page: Document): void {
  if (!navigator.clipboard) return
  const said = page.createElement('p')
  said.className = 'hors-vue'
  said.setAttribute('role', 'status')
  page.body.append(said)

  for (const title of page.querySelectorAll<HTMLElement>(titles)) {
    const id = title.id || title.closest('aside, section')?.id
    if (!id) continue
    const button = page.createElement('button')
    button.type = 'button'
    button.className = 'copier-lien'
    button.setAttribute('aria-label', `Copier le lien vers « ${title.textContent?.trim()} »`)
    button.innerHTML = links
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(new URL(`#${id}`, location.href).href)
      button.dataset['copie'] = ''
      said.textContent = 'Lien copié'
      setTimeout(() => {
        delete button.dataset['copie']
        said.textContent = ''
      }, 2500)
    })
    ;(title.querySelector('.titre') ?? title).append(button)
  }
}
