import '../../../../styles/web/sheets/recherche.css'
import { type Answer, openEngine, type SearchHit } from '../../../../src/search/index.ts'
import { once } from '../once.ts'
import { loadSearchData } from './load.ts'
import { familyLinks, itemOf } from './show.ts'

/** Results shown at once. */
const PAGE = 10

type SearchOptions = {
  /** Content of the template `recherche`. */
  root: ParentNode
  /** Told of the words each time they change, none included. */
  onWords(words: string): void
}

/** Makes the field search as one types. @returns a function that searches anew, for words that were put into the field */
export function startSearch({ root, onWords }: SearchOptions): () => void {
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
  let count = 0

  async function search(): Promise<void> {
    const words = input.value.trim()
    const turn = ++latest
    onWords(words)
    failure.hidden = true
    if (words.length < 2) return clear()
    try {
      const { find, familles } = await loadFinder()
      if (turn !== latest) return // the reader has typed on
      const answer = find(words)
      clear()
      results = [
        ...(answer.examples ? [answer.examples] : []),
        ...(answer.found.length > 0 ? answer.found : answer.near.found),
      ]
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
    const items = results.slice(count, count + PAGE).map(itemOf)
    count += items.length
    list.append(...items)
    more.hidden = count >= results.length
    return items[0]
  }

  function clear(): void {
    results = []
    count = 0
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
  // The index comes before the first letters do; without network the reader learns it when words are typed.
  loadFinder().catch(() => undefined)
  return () => void search()
}

/** `3 résultats pour « vélo ». Le kit ne parle pas de « tandem ».`; of a slip, the results are there already. */
function statusOf(words: string, { found, corrected, unheld, near }: Answer): string {
  const missing = unheld.length > 0 ? ` Le kit ne parle pas de ${unheld.map(quoted).join(', ')}.` : ''
  if (found.length > 0 && corrected !== null)
    return `Aucun résultat pour ${quoted(words)}. ${sayCount(found.length)} pour ${quoted(corrected)}.`
  if (found.length > 0) return `${sayCount(found.length)} pour ${quoted(words)}.${missing}`
  const none = `Aucun résultat pour ${quoted(words)}.${missing}`
  if (near.found.length === 0) return `${none} Essayer un autre mot, ou ouvrir une famille de fiches.`
  return `${none} ${near.region ? `Dans la région ${near.region}` : 'Ce qui s’en approche'}\u00a0:`
}

const sayCount = (count: number) => `${count} résultat${count > 1 ? 's' : ''}`

const quoted = (words: string) => `«\u00a0${words}\u00a0»`

/** Gives the engine, and the families to look at where nothing is found. */
const loadFinder = once(async () => {
  const data = await loadSearchData()
  return { find: openEngine(data).search, familles: data.familles }
})

/** Arrows go from the field to the results, between them and back. In the page, Escape comes back to the field and empties it; a
 *  dialog closes at once. */
function moveWithArrows(input: HTMLInputElement, list: HTMLElement): void {
  const stops = () => [input, ...list.querySelectorAll<HTMLElement>('a')]
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const places = stops()
    const at = places.indexOf(document.activeElement as HTMLElement)
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      End: at > 0 ? places.length - 1 : -1,
      Home: at > 0 ? 1 : -1,
    }[event.key]
    if (next !== undefined && at >= 0) {
      const target = places[next]
      if (!target) return
      event.preventDefault()
      target.focus()
      target.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Escape' && !input.closest('dialog') && (input.value !== '' || at > 0)) {
      event.preventDefault()
      event.stopPropagation()
      input.value = ''
      input.focus()
      input.dispatchEvent(new Event('input'))
    }
  }
  input.addEventListener('keydown', onKey)
  list.addEventListener('keydown', onKey)
}
