import { boxesIn, part } from './form.ts'

/** Makes fiches be chosen by family, by theme, by the départements of their examples, and all at once.
 *  @returns what to do when the choice has changed: the box of a family shows whether all, some or none of its fiches are chosen */
export function offerGroups(form: HTMLFormElement): () => void {
  const families = [...form.querySelectorAll<HTMLInputElement>('[data-famille]')]
  const boxesOf = (family: HTMLInputElement) => boxesIn(family.closest('fieldset') ?? form)
  for (const family of families) {
    family.disabled = false
    family.addEventListener('change', () => check(boxesOf(family), family.checked))
  }
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-par]')) offerWords(form, select)
  const choose = (selector: string, checked: boolean) =>
    part(form, selector).addEventListener('click', () => {
      check(boxesIn(form), checked)
      tellChange(form)
    })
  choose('[data-tout]', true)
  choose('[data-rien]', false)
  return () => {
    for (const family of families) {
      const boxes = boxesOf(family)
      family.checked = boxes.every(({ checked }) => checked)
      family.indeterminate = !family.checked && boxes.some(({ checked }) => checked)
    }
  }
}

/** Offers the words that fiches share. A button adds those fiches: a list that acts by itself could not be walked by the keyboard. */
function offerWords(form: HTMLFormElement, select: HTMLSelectElement): void {
  const boxes = boxesIn(form)
  const wordsOf = (box: HTMLInputElement) =>
    (box.dataset[select.dataset['par'] ?? ''] ?? '').split('|').filter(Boolean)
  const users = (word: string) => boxes.filter(box => wordsOf(box).includes(word))
  const words = [...new Set(boxes.flatMap(wordsOf))].sort(new Intl.Collator('fr').compare)
  for (const word of words) {
    const { length } = users(word)
    select.append(new Option(`${word} (${length} fiche${length > 1 ? 's' : ''})`, word))
  }
  const group = select.closest<HTMLElement>('.composer-groupe')
  if (group) group.hidden = words.length === 0
  group?.querySelector('button')?.addEventListener('click', () => {
    check(users(select.value), true)
    select.value = ''
    tellChange(form)
  })
}

function check(boxes: readonly HTMLInputElement[], checked: boolean): void {
  for (const box of boxes) box.checked = checked
}

/** A box that a script checks tells nobody. */
const tellChange = (form: HTMLFormElement) => form.dispatchEvent(new Event('change'))
