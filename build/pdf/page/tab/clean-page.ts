/** Runs in the tab. The page's content without the names that Paged.js draws at random and the attributes that no style
 *  sheet of ours reads: the same part gives the same text. `data-split-from` and `data-split-to` stay, emptied. */
export function cleanPage(area: Element): string {
  const noise = [
    'data-ref',
    'data-id',
    'data-undisplayed',
    'data-split-original',
    'data-last-split-element',
    'data-align-last-split-element',
    'data-break-before',
    'data-break-after',
    'data-previous-break-after',
    'data-next-break-before',
  ]
  for (const element of area.querySelectorAll('[data-ref]')) {
    for (const name of noise) element.removeAttribute(name)
    for (const name of ['data-split-from', 'data-split-to'])
      if (element.hasAttribute(name)) element.setAttribute(name, '')
  }
  area.querySelector('#fin-du-document')?.remove()
  return area.innerHTML
}
