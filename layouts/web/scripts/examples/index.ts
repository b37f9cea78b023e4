import { basePath } from '../base.ts'
import type { Meaning } from './meaning.ts'
import { type Place, placeOfDepartement, placeOfRegion, readAtlas } from './place.ts'
import { sayShown } from './say.ts'
import { type Item, isPlaceList, type Selection, selectExamples } from './select.ts'

/** Milliseconds after which a reader is told that the answer is awaited. */
const SLOW_MS = 300

/** Shows the examples near a place, or those that words, a theme, a family or a size ask for. What is chosen stands in the address. */
export function filterExamples(page: Document, form: HTMLFormElement): void {
  const part = <T extends Element>(selector: string, within: ParentNode = page) => {
    const element = within.querySelector<T>(selector)
    if (!element) throw new Error(`the page of the examples has no ${selector}`)
    return element
  }
  const status = part<HTMLElement>('[role="status"]', form)
  const list = part('.index-territoires')
  const input = part<HTMLInputElement>('input[name="lieu"]', form)
  const selects = [...form.querySelectorAll('select')]
  const names = new Map([...form.querySelectorAll('option')].map(option => [option, option.text]))
  const atlas = readAtlas(form)
  const sections = [...list.querySelectorAll<HTMLElement>(':scope > section')]
  const elements = new Map(sections.flatMap(readItems))
  let meaning: Meaning = { kind: 'all' }
  let latest = 0

  /** The place that is typed, or chosen in the lists. */
  function placeOf(values: Readonly<Record<string, string>>): Place | null {
    if (meaning.kind === 'place') return meaning.place
    const departement = atlas.departements.find(({ code }) => code === values['departement'])
    if (departement) return placeOfDepartement(departement)
    const region = atlas.regions.find(({ code }) => code === values['region'])
    return region ? placeOfRegion(region, atlas.departements) : null
  }

  function show(): void {
    const values = Object.fromEntries(selects.map(({ name, value }) => [name, value]))
    const choice = { meaning, values, place: placeOf(values) }
    const selection = selectExamples([...elements.keys()], choice, atlas)
    showItems(selection)
    for (const { name, options } of selects)
      for (const option of options)
        if (option.value !== '') showCount(option, selection.countOf(name, option.value))
    const chosen = selects.filter(({ value }) => value !== '').length
    part('.exemples-choisis', form).textContent =
      chosen === 0 ? '' : `\u00a0: ${chosen} choisi${chosen > 1 ? 's' : ''}`
    const words = input.value.trim()
    const region = atlas.regions.find(({ code }) => code === choice.place?.region)?.nom ?? ''
    const searchAddress = `${basePath()}?q=${encodeURIComponent(words)}`
    status.replaceChildren(
      ...sayShown({ ...choice, words, region, searchAddress, numbers: selection.numbers }),
    )
  }

  function showItems({ shown, inPlace }: Selection): void {
    for (const [item, element] of elements) element.hidden = !shown.includes(item)
    const addresses = meaning.kind === 'words' ? meaning.addresses : []
    const rankOf = (section: HTMLElement) => {
      const own = shown.filter(item => section.contains(elements.get(item) ?? null))
      section.hidden = own.length === 0
      // The reader's own département first, then what answers best.
      if (own.some(item => inPlace.includes(item))) return -1
      return Math.min(...own.map(({ address }) => addresses.indexOf(address) + 1))
    }
    const ranks = new Map(sections.map(section => [section, rankOf(section)]))
    list.append(...sections.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)))
    const departements = new Set(shown.map(({ values }) => values['departement']))
    for (const link of page.querySelectorAll<SVGElement>('.carte-dessins a'))
      link.classList.toggle('ailleurs', !departements.has(link.dataset['departement']))
  }

  /** A place without examples can be chosen: what is near is shown. */
  function showCount(option: HTMLOptionElement, count: number): void {
    option.text = `${names.get(option)} (${count})`
    option.disabled = count === 0 && !option.selected && !isPlaceList(option.closest('select')?.name ?? '')
  }

  async function readWords(): Promise<void> {
    const turn = ++latest
    const typed = input.value.trim()
    meaning = typed.length < 2 ? { kind: 'all' } : { kind: 'waiting' }
    if (meaning.kind === 'all') return show()
    const slow = setTimeout(show, SLOW_MS)
    // The engine of the search is heavier than the rest of the script: it comes when it is asked.
    const { meaning: understood, proposed } = await import('./meaning.ts')
      .then(({ meaningOf }) => meaningOf(typed, atlas, input.dataset['communes'] ?? ''))
      .catch(() => ({ meaning: { kind: 'unreachable' } as const, proposed: [] }))
    clearTimeout(slow)
    if (turn !== latest) return // the reader has typed on
    meaning = understood
    input.list?.replaceChildren(...proposed.map(label => new Option(label, label)))
    // A place that is typed is chosen in no list.
    if (meaning.kind === 'place')
      for (const select of selects) if (isPlaceList(select.name)) select.value = ''
    keep()
    show()
  }

  function keep(): void {
    const to = new URL(location.href)
    for (const { name, value } of [input, ...selects])
      if (value) to.searchParams.set(name, value)
      else to.searchParams.delete(name)
    history.replaceState(null, '', to)
  }

  function choose(chosen: HTMLSelectElement): void {
    if (isPlaceList(chosen.name)) {
      for (const select of selects) if (isPlaceList(select.name) && select !== chosen) select.value = ''
      if (meaning.kind !== 'words') input.value = ''
    }
    keep()
    if (input.value === '') meaning = { kind: 'all' }
    show()
  }

  function read(): void {
    const { searchParams } = new URL(location.href)
    for (const field of [input, ...selects]) field.value = searchParams.get(field.name) ?? ''
    meaning = { kind: 'all' }
    show()
    void readWords()
  }

  form.addEventListener('input', ({ target }) => {
    if (target === input) void readWords()
    else if (target instanceof HTMLSelectElement) choose(target)
  })
  // Results change while one types; sending the form moves to them, or to the message that there are none.
  form.addEventListener('submit', event => {
    event.preventDefault()
    if (sections.some(({ hidden }) => !hidden)) list.scrollIntoView()
    else status.scrollIntoView({ block: 'nearest' })
  })
  form.addEventListener('reset', () => {
    history.replaceState(null, '', location.pathname)
    // The fields are empty once the event is over.
    queueMicrotask(read)
  })
  part('.carte-dessins').addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<SVGElement>('a') : null
    const select = selects.find(({ name }) => name === 'departement')
    if (!link || !select) return
    event.preventDefault()
    select.value = link.dataset['departement'] ?? ''
    choose(select)
    list.scrollIntoView({ block: 'nearest' })
  })
  addEventListener('online', () => {
    if (meaning.kind === 'unreachable') void readWords()
  })
  form.hidden = false
  read()
}

/** The examples of a département, each with its element. */
function readItems(section: HTMLElement): [Item, HTMLElement][] {
  return [...section.querySelectorAll<HTMLElement>('li[data-famille]')].map(element => {
    const { pathname = '', hash = '' } = element.querySelector('a') ?? {}
    const address = pathname.slice(basePath().length) + decodeURIComponent(hash)
    return [{ address, values: { ...section.dataset, ...element.dataset } }, element]
  })
}
