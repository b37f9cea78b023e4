import { find, type Results } from './find.ts'
import { moveWithArrows } from './move.ts'
import { itemOf } from './show.ts'

/** Results shown at once. */
const PAGE = 10

/** Milliseconds without a key before a search begins. */
const PAUSE = 120

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
    const found = root.querySelector<T>(selector)
    if (!found) throw new Error(`the search has no ${selector}`)
    return found
  }
  const input = part<HTMLInputElement>('input')
  const status = part<HTMLElement>('.recherche-etat')
  const list = part<HTMLElement>('.recherche-resultats')
  const more = part<HTMLButtonElement>('.recherche-suite')
  const failure = part<HTMLElement>('.recherche-panne')
  let latest = 0
  let results: Results | undefined
  let shown = 0

  async function search(): Promise<void> {
    const words = input.value.trim()
    const turn = ++latest
    onWords(words)
    failure.hidden = true
    if (words.length < 2) return clear()
    try {
      const found = await find(words, famille())
      const first = await found.read(0, PAGE)
      if (turn !== latest) return // the reader has typed on
      results = found
      shown = first.length
      list.replaceChildren(...first.map(itemOf))
      more.hidden = shown >= found.count
      status.textContent = told(found.count, words)
    } catch (error) {
      if (turn !== latest) return
      clear()
      failure.hidden = false
      throw error
    }
  }

  function clear(): void {
    results = undefined
    list.replaceChildren()
    more.hidden = true
    status.textContent = ''
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(search, PAUSE)
  })
  input.form?.addEventListener('submit', event => {
    event.preventDefault()
    list.querySelector('a')?.focus()
  })
  more.addEventListener('click', async () => {
    const next = (await results?.read(shown, shown + PAGE)) ?? []
    const items = next.map(itemOf)
    shown += items.length
    list.append(...items)
    more.hidden = shown >= (results?.count ?? 0)
    items[0]?.querySelector('a')?.focus()
  })
  moveWithArrows(input, list)
  void search()
  return () => void search()
}

function told(count: number, words: string): string {
  const quoted = `«\u00a0${words}\u00a0»`
  if (count === 0) return `Aucun résultat pour ${quoted}`
  return `${count} résultat${count > 1 ? 's' : ''} pour ${quoted}`
}
