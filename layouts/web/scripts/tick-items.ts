import '../../../styles/web/sheets/cases.css'
import { copyButton, wordsOf } from './copy.ts'
import { recall, remember } from './remember.ts'

/** Makes a box of the ☐ that opens an item of a list. What is ticked is kept on the device, by the words of the items; a link tells it by their
 *  numbers: `?fait=1,3`. */
export function tickItems(page: Document): void {
  const items = [...page.querySelectorAll<HTMLElement>('.corps li')].filter(({ firstChild }) =>
    firstChild?.nodeValue?.startsWith('☐'),
  )
  const names = items.map(wordsOf)
  const boxes = items.map(addBox)
  const key = `cases ${location.pathname}`
  const shared = new URL(location.href).searchParams.get('fait')
  const done = new Set(
    shared === null ? recall(key).split('\n') : shared.split(',').map(number => names[Number(number) - 1]),
  )
  for (const [at, box] of boxes.entries()) box.checked = done.has(names[at])
  const state = page.createElement('p')
  state.setAttribute('role', 'status')
  const tell = (whose: string) => {
    const count = boxes.filter(({ checked }) => checked).length
    state.textContent = `${count} fait${count > 1 ? 's' : ''} sur ${boxes.length}${whose}`
  }
  tell(shared === null ? '' : ', d’après le lien reçu')
  page.addEventListener('change', () => {
    remember(key, names.filter((_, at) => boxes[at]?.checked).join('\n'))
    history.replaceState(null, '', location.pathname)
    tell('')
  })
  const bar = page.createElement('div')
  bar.className = 'cases'
  bar.append(state)
  if (navigator.clipboard)
    bar.append(
      copyButton(page, 'Copier le lien avec ces cases', () => {
        const numbers = boxes.flatMap(({ checked }, at) => (checked ? [at + 1] : []))
        return `${location.origin}${location.pathname}?fait=${numbers.join(',')}`
      }),
    )
  items.at(-1)?.closest('.section')?.append(bar)
}

function addBox(item: HTMLElement): HTMLInputElement {
  const box = item.ownerDocument.createElement('input')
  box.type = 'checkbox'
  const sign = item.firstChild as Text
  box.setAttribute('aria-label', wordsOf(item).replace(/^☐\s*/, ''))
  sign.data = sign.data.replace('☐', '')
  sign.before(box)
  return box
}
