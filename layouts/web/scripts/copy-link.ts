import { showCitation, sourceOn } from './cite.ts'
import { sayBriefly } from './say-briefly.ts'

const drawing = (paths: string) =>
  `<svg class="picto" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`
const links = drawing(
  '<path d="M9 17H7A5 5 0 0 1 7 7h2"/><path d="M15 7h2a5 5 0 1 1 0 10h-2"/><path d="M8 12h8"/>',
)
const quote = drawing(
  '<path d="M16 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z"/><path d="M5 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z"/>',
)

const titles =
  '.corps :is(h2, h3), .corps .exemple > .bloc-titre, .corps .chiffres > .bloc-tete > .etiquette, .corps .chiffres-liste > li[id]'
/** What may be cited by itself: not a section. */
const citable = '.levier-titre, .exemple > .bloc-titre, .chiffres-liste > li'

/** Puts beside the title of each section, lever, example and figure a button that copies its address, and one that shows how to
 *  cite it, where the browser can copy. */
export function addCopyButtons(page: Document): void {
  if (!navigator.clipboard) return
  const said = page.createElement('p')
  said.className = 'hors-vue'
  said.setAttribute('role', 'status')
  page.body.append(said)
  const source = sourceOn(page)

  for (const title of page.querySelectorAll<HTMLElement>(titles)) {
    const id = title.id || title.closest('aside, section')?.id
    if (!id) continue
    const words = title.textContent?.trim().replace(/\s+/g, ' ') ?? ''
    const copy = button(page, `Copier le lien vers « ${words} »`, links)
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(new URL(`#${id}`, location.href).href)
      sayBriefly(said, 'Lien copié', () => delete copy.dataset['copie'])
      copy.dataset['copie'] = ''
    })
    const buttons = [copy]
    if (source && title.matches(citable)) {
      const quoted = button(page, `Citer « ${words} »`, quote)
      quoted.addEventListener('click', () => showCitation(page, source, { titre: words, ancre: id }))
      buttons.push(quoted)
    }
    ;(title.querySelector(':scope > .titre, :scope > .legende') ?? title).append(...buttons)
  }
}

function button(page: Document, name: string, image: string): HTMLButtonElement {
  const element = page.createElement('button')
  element.type = 'button'
  element.className = 'copier-lien'
  element.setAttribute('aria-label', name)
  element.innerHTML = image
  return element
}
