import '../../../../styles/web/sheets/recherche.css'
import type { Answer, SearchHit } from '../../../../src/web/search/documents.ts'
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
      const answer = find(words, famille())
      clear()
      results = answer.found
      showMore()
      status.textContent = statusOf(words, answer)
      if (results.length === 0) status.after(familyLinks(familles))
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

/** `3 résultats pour « vélo ». Le kit ne parle pas de « tandem ».`; of a slip, the results are there already. */
function statusOf(words: string, { found, corrected, unheld }: Answer): string {
  if (found.length === 0)
    return `Aucun résultat pour ${quoted(words)}. Essayez un autre mot, ou ouvrez une famille de fiches.`
  const count = `${found.length} résultat${found.length > 1 ? 's' : ''} pour ${quoted(corrected ?? words)}`
  if (corrected !== null) return `Rien ne dit ${quoted(words)}. ${count}.`
  return unheld.length > 0 ? `${count}. Le kit ne parle pas de ${unheld.map(quoted).join(', ')}.` : count
}

const quoted = (words: string) => `«\u00a0${words}\u00a0»`
