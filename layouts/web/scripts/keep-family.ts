/** Keeps the chosen family in the address: the link can be sent, and the back button goes back to the family before. */
export function keepFamily(page: Document): void {
  const radios = [...page.querySelectorAll<HTMLInputElement>('input[name="famille"]')]
  if (radios.length === 0) return
  const read = () => {
    const famille = new URL(location.href).searchParams.get('famille') ?? ''
    const radio = radios.find(({ value }) => value === famille) ?? radios[0]
    if (radio) radio.checked = true
  }
  page.addEventListener('change', event => {
    if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'famille') return
    const to = new URL(location.href)
    if (event.target.value) to.searchParams.set('famille', event.target.value)
    else to.searchParams.delete('famille')
    history.pushState(null, '', to)
  })
  addEventListener('popstate', read)
  addEventListener('pageshow', read)
  read()
}
