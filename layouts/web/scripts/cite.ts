import { type Cited, cite, type Source } from '../../../src/web/cite.ts'
import { sayBriefly } from './say-briefly.ts'

/** What a fiche says of itself to be cited by; null on another page. */
export function sourceOn(page: Document): Source | null {
  const said = page.querySelector<HTMLElement>('.citer[data-source]')?.dataset['source']
  return said ? (JSON.parse(said) as Source) : null
}

/** Opens how to cite an example, a lever or a figure: in words, and in BibTeX, each with a button that copies it. */
export function showCitation(page: Document, source: Source, cited: Cited): void {
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
  const shown = page.createElement(tag)
  shown.textContent = words
  const copy = page.createElement('button')
  copy.type = 'button'
  copy.className = 'bouton'
  const name = tag === 'pre' ? 'Copier en BibTeX' : 'Copier le texte'
  copy.textContent = name
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(words)
    sayBriefly(copy, 'Copié')
  })
  return [shown, copy]
}
