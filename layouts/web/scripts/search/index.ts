import '../../../../styles/web/sheets/recherche.css'
import type { SearchHit } from '../../../../src/web/search/answer.ts'
import { loadFinder } from './find.ts'
import { moveWithArrows } from './move.ts'
import { familyLinks, itemOf } from './show.ts'

/** Results shown at once. */
const PAGE = 10

export type SearchOptions = {
  /** What the template `recherche` holds. */
  root: ParentNode
  /** id of the family to keep to. */
  famille(): string | null
  /** Told of the words each time they change, none included. */
  onWords(words: string): void
}

/** Makes the field search as one types. @returns a function that searches anew, for a family chosen meanwhile */
export function startSearch({ root, famille, onWords }: SearchOptions): () => void {
  const part = <T extends Element>(selector: string) => {
    const element = root.querySelector<T>(selector)
    if (!element) throw new Error(`the search has no ${selector}`)
    return element
  }
  const input = part<HTMLInputElement>('input')
  const status = part<HTMLElement>('.recherche-etat')
  const list = part<HTMLElement>('.recherche-resultats')
  const more = part<HTMLButtonElement>('.recherche-suite')
  const failure = part<HTMLElement>('.recherche-panne')
  let latest = 0
  let results: readonly SearchHit[] = []
  let shown = 0

  async function search(): Promise<void> {
    const words = input.value.trim()
    const turn = ++latest
    onWords(words)
    failure.hidden = true
    if (words.length < 2) return clear()
    try {
      const { find, familles } = await loadFinder()
      if (turn !== latest) return // the reader has typed on
      const { found, corrected, unheld } = find(words, famille())
      clear()
      results = found
      showMore()
      status.append(...told(found.length, words, corrected, unheld))
      if (found.length === 0) status.after(familyLinks(familles))
    } catch (error) {
      if (turn !== latest) return
      clear()
      failure.hidden = false
      throw error
    }
  }

  function showMore(): HTMLElement | undefined {
    const items = results.slice(shown, shown + PAGE).map(itemOf)
    shown += items.length
    list.append(...items)
    more.hidden = shown >= results.length
    return items[0]
  }

  function clear(): void {
    results = []
    shown = 0
    list.replaceChildren()
    status.parentElement?.querySelector('.recherche-familles')?.remove()
    more.hidden = true
    status.textContent = ''
  }

  /** What the reader is told; a slip is offered as it would be written, and its results are there already. */
  function told(
    count: number,
    words: string,
    corrected: string | null,
    unheld: readonly string[],
  ): (string | Node)[] {
    if (count === 0)
      return [`Aucun résultat pour ${quoted(words)}. Essayez un autre mot, ou ouvrez une famille de fiches.`]
    const results = `${count} résultat${count > 1 ? 's' : ''} pour ${quoted(corrected ?? words)}`
    if (corrected === null)
      return [
        results,
        ...(unheld.length > 0 ? [`. Le kit ne parle pas de ${unheld.map(quoted).join(', ')}.`] : []),
      ]
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'recherche-corrige'
    button.textContent = corrected
    button.addEventListener('click', () => {
      input.value = corrected
      input.focus()
      void search()
    })
    // A line may end before a button, not in the midst of its quotation marks, nor of « Vouliez-vous ».
    const meant = unbroken('«\u00a0', button, '\u00a0»\u202f?')
    return [`Rien ne dit ${quoted(words)}. `, unbroken('Vouliez-vous'), ' dire ', meant, ` ${results}`]
  }

  input.addEventListener('input', () => void search())
  input.form?.addEventListener('submit', event => {
    event.preventDefault()
    list.querySelector('a')?.focus()
  })
  more.addEventListener('click', () => showMore()?.querySelector('a')?.focus())
  moveWithArrows(input, list)
  void search()
  // What it knows is there before the first letters are; who has no network then is told when words are typed.
  loadFinder().catch(() => undefined)
  return () => void search()
}

function unbroken(...content: (string | Node)[]): HTMLElement {
  const span = document.createElement('span')
  span.className = 'insecable'
  span.append(...content)
  return span
}

const quoted = (words: string) => `«\u00a0${words}\u00a0»`
