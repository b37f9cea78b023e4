const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[name="famille"]')]

/** id of the family that the reader has chosen; null: all. */
export const chosenFamily = (): string | null => radios().find(({ checked }) => checked)?.value || null

const listeners = new Set<() => void>()

/** Tells `listener` when another family is chosen. */
export const onFamily = (listener: () => void): void => void listeners.add(listener)

/** Keeps the chosen family in the address: the link can be sent, and the back button goes back to the family before. */
export function keepFamily(page: Document): void {
  if (radios().length === 0) return
  const read = () => {
    const famille = new URL(location.href).searchParams.get('famille') ?? ''
    const radio = radios().find(({ value }) => value === famille) ?? radios()[0]
    if (!radio || radio.checked) return
    radio.checked = true
    for (const listener of listeners) listener()
  }
  page.addEventListener('change', event => {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'famille') return
    const to = new URL(location.href)
    if (event.target.value) to.searchParams.set('famille', event.target.value)
    else to.searchParams.delete('famille')
    history.pushState(null, '', to)
    for (const listener of listeners) listener()
  })
  addEventListener('popstate', read)
  addEventListener('pageshow', read)
  read()
}
