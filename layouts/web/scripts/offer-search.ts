import { SEARCH_POINTER } from '../../../src/search/index.ts'
import { basePath } from './base.ts'
import { once } from './once.ts'

/** Puts the search in place of the link to the sommaire: in the page itself at home, in a dialog elsewhere. Control and K
 *  open it everywhere: a single key would hinder people who dictate (RGAA 12.10). Its files are fetched at its first use. */
export function offerSearch(page: Document): void {
  const template = page.querySelector<HTMLTemplateElement>('#recherche')
  const link = page.querySelector<HTMLAnchorElement>('.entete .chercher')
  if (!template || !link) return
  const home = page.querySelector<HTMLElement>('.recherche-accueil')
  // A browser without dialogs follows the link.
  if (!home && !('showModal' in (globalThis.HTMLDialogElement?.prototype ?? {}))) return
  const open = home ? atHome(page, template, home) : inDialog(page, template, link.href)
  const button = page.createElement('button')
  button.type = 'button'
  button.className = link.className
  button.append(...link.childNodes)
  button.setAttribute('aria-keyshortcuts', 'Control+K Meta+K')
  if (!home) button.setAttribute('aria-haspopup', 'dialog')
  button.addEventListener('click', open)
  link.replaceWith(button)
  page.addEventListener('keydown', event => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    open()
  })
}

function atHome(page: Document, template: HTMLTemplateElement, place: HTMLElement): () => void {
  const results = page.querySelector<HTMLElement>('.recherche-page')
  const content = template.content.cloneNode(true) as DocumentFragment
  const input = content.querySelector('input')
  const list = content.querySelector('.recherche-trouve')
  const failure = content.querySelector<HTMLElement>('.recherche-panne')
  if (!results || !input || !list || !failure) throw new Error('the home page has no place for the search')
  place.replaceChildren(content)
  results.append(list)
  const address = () => new URL(location.href)
  const start = once(async () => {
    const { startSearch } = await loadSearch().catch(cause => {
      results.hidden = input.value.trim() === ''
      failure.hidden = false
      throw cause
    })
    const again = startSearch({
      root: page,
      onWords(words) {
        results.hidden = words === ''
        const to = address()
        if (words === (to.searchParams.get('q') ?? '')) return
        if (words) to.searchParams.set('q', words)
        else to.searchParams.delete('q')
        history.replaceState(null, '', to)
      },
    })
    addEventListener('popstate', () => {
      input.value = address().searchParams.get('q') ?? ''
      again()
    })
  })
  input.addEventListener('focus', () => void start())
  // The network may have come back.
  input.addEventListener('input', () => void start())
  addEventListener('online', () => failure.hidden || input.dispatchEvent(new Event('input')))
  input.value = address().searchParams.get('q') ?? ''
  if (input.value) void start()
  return () => {
    input.focus()
    input.select()
  }
}

/** @throws when there is no network: browsers never ask anew for a module that once did not come, so it is asked for only once
 *  the site answers */
async function loadSearch(): Promise<typeof import('./search/index.ts')> {
  const answer = await fetch(basePath() + SEARCH_POINTER)
  if (!answer.ok) throw new Error(`the search answers ${answer.status}`)
  return import('./search/index.ts')
}

/** @param instead where to go when what the search needs cannot be had */
function inDialog(page: Document, template: HTMLTemplateElement, instead: string): () => void {
  const build = once(async () => {
    // With its style sheet: it is drawn once, as it stays.
    const search = await import('./search/index.ts').catch(() => null)
    if (search === null) return location.assign(instead)
    const dialog = page.createElement('dialog')
    dialog.className = 'recherche-dialogue'
    dialog.setAttribute('aria-label', 'Chercher dans le kit')
    // A search field keeps Escape for itself while it holds words: once is enough.
    dialog.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      dialog.close()
    })
    const close = page.createElement('button')
    close.type = 'button'
    close.className = 'recherche-fermer'
    close.textContent = 'Fermer'
    close.addEventListener('click', () => dialog.close())
    const body = page.createElement('div')
    body.className = 'recherche-corps'
    body.append(close, template.content.cloneNode(true))
    dialog.append(body)
    // A press beside the dialog closes it.
    dialog.addEventListener('click', event => event.target === dialog && dialog.close())
    page.body.append(dialog)
    dialog.showModal()
    dialog.querySelector('input')?.focus()
    search.startSearch({ root: dialog, onWords() {} })
  })
  return () => {
    const dialog = page.querySelector<HTMLDialogElement>('.recherche-dialogue')
    if (!dialog) void build()
    else if (!dialog.open) {
      dialog.showModal()
      dialog.querySelector('input')?.select()
    }
  }
}
