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

/** Opens how to cite an example or a figure. */
function showCitation(page: Document, source: CitedSource, cited: Cited): void {
  const dialog = page.createElement('dialog')
  dialog.className = 'citation'
  dialog.setAttribute('aria-labelledby', 'citation-titre')
  const title = element(page, 'h2', 'Citer')
  title.id = 'citation-titre'
  const address = addressOf(cited.ancre)
  const close = button(page, 'bouton', 'Fermer')
  close.addEventListener('click', () => dialog.close())
  dialog.append(
    title,
    ...citationOf(page, source, cited, address),
    copyButton(page, 'Copier le lien', () => address),
    close,
  )
  dialog.addEventListener('close', () => dialog.remove())
  page.body.append(dialog)
  dialog.showModal()
}

/** A citation in words, and folded in BibTeX, each with a button that copies it. */
function citationOf(
  page: Document,
  source: CitedSource,
  cited: Cited | null,
  address: string,
): HTMLElement[] {
  const { texte, bibtex } = cite(source, cited, address)
  const folded = page.createElement('details')
  folded.append(
    element(page, 'summary', 'BibTeX'),
    element(page, 'pre', bibtex),
    copyButton(page, 'Copier en BibTeX', () => bibtex),
  )
  return [element(page, 'p', texte), copyButton(page, 'Copier le texte', () => texte), folded]
}

/** @param anchor empty: the page itself */
const addressOf = (anchor: string) =>
  new URL(anchor && `#${anchor}`, location.href.replace(/[?#].*/, '')).href

function element<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  tag: K,
  words: string,
): HTMLElementTagNameMap[K] {
  const element = page.createElement(tag)
  element.textContent = words
  return element
}

function button(page: Document, className: string, name: string): HTMLButtonElement {
  const button = element(page, 'button', name)
  button.type = 'button'
  button.className = className
  return button
}

/** @param words what is copied, as it is when the button is pressed */
export function copyButton(page: Document, name: string, words: () => string): HTMLButtonElement {
  const copy = button(page, 'bouton', name)
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(words())
    sayBriefly(copy, 'Copié')
  })
  return copy
}

/** Icons of lucide: `link-2`, `ellipsis`. */
const drawing = (paths: string) =>
  `<svg class="picto" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`
const link = drawing(
  '<path d="M9 17H7A5 5 0 0 1 7 7h2"/><path d="M15 7h2a5 5 0 1 1 0 10h-2"/><path d="M8 12h8"/>',
)
const ellipsis = drawing(
  '<circle cx="5" cy="12" r="1"/><circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/>',
)

/** The words of an element on one line, with its no-break spaces, and one between a number and its sign. */
export const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '')
    .trim()
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .replace(/ (?=[%‰€])/g, '\u00a0')

/** An example by its title and place; a figure by what it counts and what is counted, with the source that its block names. */
function citedOf(block: Element, element: Element): Cited {
  const title = wordsOf(element)
  if (element.id === '')
    return { titre: title, ancre: block.id, precision: wordsOf(block.querySelector('.lieu')) }
  const source = wordsOf(block.querySelector('.source')).replace(/^Sources?\s*:\s*|\.$/g, '')
  const label = wordsOf(block.querySelector('.etiquette'))
  return {
    titre: label === '' ? title : `${label}\u00a0: ${title}`,
    ancre: element.id,
    precision: source === '' ? '' : `source\u00a0: ${source}`,
  }
}

/** Adds what one copies, where the browser can: to each title, a button that copies its address; to each example and figure, one that
 *  shows its citation. */
export function addCopyButtons(page: Document): void {
  if (!navigator.clipboard) return
  const status = page.createElement('p')
  status.className = 'hors-vue'
  status.setAttribute('role', 'status')
  page.body.append(status)
  for (const title of page.querySelectorAll('.corps :is(h2, h3)[id]')) {
    const copy = iconButton(page, 'copier-lien', `Copier le lien vers «\u00a0${wordsOf(title)}\u00a0»`, link)
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(addressOf(title.id))
      sayBriefly(status, 'Lien copié', () => delete copy.dataset['copie'])
      copy.dataset['copie'] = ''
    })
    ;(title.querySelector(':scope > .titre') ?? title).append(copy)
  }
  for (const lines of page.querySelectorAll('.integrer pre'))
    lines.after(copyButton(page, 'Copier les lignes', () => lines.textContent ?? ''))
  const source = sourceOn(page)
  if (!source) return
  const fold = page.querySelector('.citer[data-source]')
  const [summary] = fold?.children ?? []
  if (fold && summary) fold.replaceChildren(summary, ...citationOf(page, source, null, addressOf('')))
  for (const element of page.querySelectorAll('.exemple[id] > .bloc-titre, .chiffres-liste > li[id]')) {
    const block = element.closest('.bloc')
    if (!block) continue
    const cited = citedOf(block, element)
    const quote = iconButton(
      page,
      'copier-lien citer-passage',
      `Citer «\u00a0${wordsOf(element)}\u00a0»`,
      ellipsis,
    )
    quote.addEventListener('click', () => showCitation(page, source, cited))
    ;(element.id === '' ? block.querySelector('.bloc-tete') : element)?.append(quote)
  }
}

function iconButton(page: Document, className: string, name: string, image: string): HTMLButtonElement {
  const element = button(page, className, '')
  element.setAttribute('aria-label', name)
  element.innerHTML = image
  return element
}

/** « Envoyer par courriel » carries the address that the reader has before them; it opens the share sheet of a device that has one.
 *  « Copier le lien » appears where the browser can copy. */
export function offerSharing(page: Document): void {
  const mail = page.querySelector<HTMLAnchorElement>('.partage a[href^="mailto:"]')
  if (!mail) return
  const address = location.href.split('#')[0] ?? ''
  mail.search = `${mail.search.replace(/&body=.*$/, '')}&body=${encodeURIComponent(address)}`
  if ('share' in navigator) {
    mail.lastChild?.replaceWith('Partager')
    mail.addEventListener('click', event => {
      event.preventDefault()
      navigator.share({ title: page.title, url: address }).catch((error: Error) => {
        // The reader has closed the sheet, or there is none for this address.
        if (error.name !== 'AbortError') location.assign(mail.href)
      })
    })
  }
  const copy = page.querySelector<HTMLButtonElement>('.partage button')
  const status = copy?.querySelector('[role="status"]')
  if (!copy || !status || !navigator.clipboard) return
  copy.hidden = false
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(address)
    sayBriefly(status, 'Lien copié')
  })
}
