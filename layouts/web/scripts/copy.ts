import { cite } from '../../../build/pages/browser.ts'
import type { Cited, CitedSource } from '../../../build/pages/index.ts'

const READ_MS = 2500

let lastMessage: { unsay: () => void; timer: ReturnType<typeof setTimeout> } | undefined

/** Shows a short message in place of some words, long enough to be read. A next message replaces it at once, and has its own
 *  time. @param after called at the end of the message */
export function sayBriefly(place: { textContent: string | null }, words: string, after = () => {}): void {
  clearTimeout(lastMessage?.timer)
  lastMessage?.unsay()
  const own = place.textContent
  place.textContent = words
  const unsay = () => {
    lastMessage = undefined
    place.textContent = own
    after()
  }
  lastMessage = { unsay, timer: setTimeout(unsay, READ_MS) }
}

/** Reads how a fiche is cited; null on another page. */
function sourceOn(page: Document): CitedSource | null {
  const json = page.querySelector<HTMLElement>('.citer[data-source]')?.dataset['source']
  return json ? (JSON.parse(json) as CitedSource) : null
}

/** Opens how to cite an example, a lever or a figure: in words, and in BibTeX, each with a button that copies it. */
function showCitation(page: Document, source: CitedSource, cited: Cited): void {
  const address = new URL(`#${cited.ancre}`, location.href).href
  const { texte, bibtex } = cite(source, cited, address)
  const dialog = page.createElement('dialog')
  dialog.className = 'citation'
  dialog.setAttribute('aria-labelledby', 'citation-titre')
  const title = page.createElement('h2')
  title.id = 'citation-titre'
  title.textContent = 'Citer'
  const close = page.createElement('button')
  close.type = 'button'
  close.className = 'bouton'
  close.textContent = 'Fermer'
  close.addEventListener('click', () => dialog.close())
  dialog.append(title, ...part(page, 'p', texte), ...part(page, 'pre', bibtex), close)
  dialog.addEventListener('close', () => dialog.remove())
  page.body.append(dialog)
  dialog.showModal()
}

function part(page: Document, tag: 'p' | 'pre', words: string): HTMLElement[] {
  const element = page.createElement(tag)
  element.textContent = words
  const copy = page.createElement('button')
  copy.type = 'button'
  copy.className = 'bouton'
  const name = tag === 'pre' ? 'Copier en BibTeX' : 'Copier le texte'
  copy.textContent = name
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(words)
    sayBriefly(copy, 'Copié')
  })
  return [element, copy]
}

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
/** Elements that are cited by themselves: not a section. */
const citable = '.levier-titre, .exemple > .bloc-titre, .chiffres-liste > li'

/** Adds two buttons to the title of each section, lever, example and figure, where the browser can copy: one copies its
 *  address, one shows its citation. */
export function addCopyButtons(page: Document): void {
  if (!navigator.clipboard) return
  const status = page.createElement('p')
  status.className = 'hors-vue'
  status.setAttribute('role', 'status')
  page.body.append(status)
  const source = sourceOn(page)

  for (const title of page.querySelectorAll<HTMLElement>(titles)) {
    const id = title.id || title.closest('aside, section')?.id
    if (!id) continue
    const words = title.textContent?.trim().replace(/\s+/g, ' ') ?? ''
    const copy = button(page, `Copier le lien vers « ${words} »`, links)
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(new URL(`#${id}`, location.href).href)
      sayBriefly(status, 'Lien copié', () => delete copy.dataset['copie'])
      copy.dataset['copie'] = ''
    })
    const buttons = [copy]
    if (source && title.matches(citable)) {
      const quoteButton = button(page, `Citer « ${words} »`, quote)
      quoteButton.addEventListener('click', () => showCitation(page, source, { titre: words, ancre: id }))
      buttons.push(quoteButton)
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

/** « Envoyer par courriel » carries the address that the reader has before them; « Copier le lien » appears where the
 *  browser can copy. */
export function offerSharing(page: Document): void {
  const mail = page.querySelector<HTMLAnchorElement>('.partage a[href^="mailto:"]')
  if (!mail) return
  const address = location.href.split('#')[0] ?? ''
  mail.search = `${mail.search.replace(/&body=.*$/, '')}&body=${encodeURIComponent(address)}`
  const copy = page.querySelector<HTMLButtonElement>('.partage button')
  const status = page.querySelector('.partage [role="status"]')
  if (!copy || !status || !navigator.clipboard) return
  copy.hidden = false
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(address)
    sayBriefly(status, 'Lien copié')
  })
}
