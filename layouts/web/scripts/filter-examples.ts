/** What a reader may choose on the page of the examples; each is kept in the address under its name. */
const names = ['departement', 'famille', 'lieu'] as const

/** Shows the examples of one département, family or place. Without script, the list is whole, and the form is not there. */
export function filterExamples(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('.exemples-filtre')
  const status = form?.querySelector<HTMLElement>('[role="status"]')
  if (!form || !status) return
  form.hidden = false
  const fields = names.flatMap(name => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? [field] : []
  })
  const sections = [...page.querySelectorAll<HTMLElement>('.index-territoires > section')]

  function show(): void {
    const wanted = Object.fromEntries(fields.map(({ name, value }) => [name, fold(value)]))
    const seen = new Set<string>()
    for (const section of sections) {
      const here =
        !wanted['departement'] || section.id.toLowerCase() === `departement-${wanted['departement']}`
      let count = 0
      for (const item of section.querySelectorAll<HTMLElement>('li[data-famille]')) {
        const fits =
          here &&
          (!wanted['famille'] || item.dataset['famille'] === wanted['famille']) &&
          (!wanted['lieu'] ||
            fold(`${section.dataset['nom']} ${item.dataset['lieu']}`).includes(wanted['lieu']))
        item.hidden = !fits
        if (!fits) continue
        count++
        seen.add(item.querySelector('a')?.href ?? '')
      }
      section.hidden = count === 0
    }
    if (status) status.textContent = told(seen.size)
  }

  function read(): void {
    const { searchParams } = new URL(location.href)
    for (const field of fields) field.value = searchParams.get(field.name) ?? ''
    show()
  }

  form.addEventListener('input', () => {
    const to = new URL(location.href)
    for (const { name, value } of fields) {
      if (value) to.searchParams.set(name, value)
      else to.searchParams.delete(name)
    }
    history.replaceState(null, '', to)
    show()
  })
  // All is shown as it is typed: to send the form goes to what was found.
  form.addEventListener('submit', event => {
    event.preventDefault()
    page.querySelector('.index-territoires')?.scrollIntoView()
  })
  form.addEventListener('reset', () => {
    history.replaceState(null, '', location.pathname)
    // The fields are empty once the event is over.
    queueMicrotask(read)
  })
  read()
}

const told = (count: number) => (count === 0 ? 'Aucun exemple' : `${count} exemple${count > 1 ? 's' : ''}`)

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
