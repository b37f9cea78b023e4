/** Arrows go from the field to the results, between them and back. In the page, Escape comes back to the field and empties it; a
 *  dialog closes at once. */
export function moveWithArrows(input: HTMLInputElement, list: HTMLElement): void {
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
