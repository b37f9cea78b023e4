/** A part of the form that the layout wrote. @throws Error when it did not */
export function part<T extends HTMLElement = HTMLElement>(form: HTMLFormElement, selector: string): T {
  const element = form.querySelector<T>(selector)
  if (!element) throw new Error(`the page has no ${selector}`)
  return element
}

/** The boxes of the fiches, in the order of the page. */
export const boxesIn = (within: ParentNode): HTMLInputElement[] => [
  ...within.querySelectorAll<HTMLInputElement>('input[name=fiche]'),
]

/** Makes fiches be chosen by family, and all at once.
 *  @returns what to do when the choice has changed: the box of a family shows whether all, some or none of its fiches are chosen */
export function offerGroups(form: HTMLFormElement): () => void {
  const families = [...form.querySelectorAll<HTMLInputElement>('[data-famille]')]
  const boxesOf = (family: HTMLInputElement) => boxesIn(family.closest('fieldset') ?? form)
  for (const family of families) {
    family.disabled = false
    family.addEventListener('change', () => check(boxesOf(family), family.checked))
  }
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

function check(boxes: readonly HTMLInputElement[], checked: boolean): void {
  for (const box of boxes) box.checked = checked
}

/** A box that a script checks tells nobody. */
const tellChange = (form: HTMLFormElement) => form.dispatchEvent(new Event('change'))

/** Sums up a choice: « 3 fiches, 9 pages, environ 200 ko ». @param whole weight of the kit's PDF, as the page writes it
 *  @param pages of its PDF; null while nobody knows */
export function summaryOf(
  boxes: readonly HTMLInputElement[],
  whole: string | undefined,
  pages: number | null,
): string {
  const chosen = boxes.filter(({ checked }) => checked)
  if (chosen.length === 0) return 'Aucune fiche choisie'
  const weight = (of: readonly HTMLInputElement[]) =>
    of.reduce((sum, { dataset }) => sum + bytesOf(dataset['poids']), 0)
  const bytes = ALWAYS + Math.max(0, bytesOf(whole) - ALWAYS) * (weight(chosen) / weight(boxes))
  const plural = (count: number, word: string) => `${count}\u00a0${word}${count > 1 ? 's' : ''}`
  const counts = [plural(chosen.length, 'fiche'), ...(pages === null ? [] : [plural(pages, 'page')])]
  return [...counts, `environ ${weightOf(bytes)}`].join(', ')
}

/** Bytes that every choice has: fonts, cover, colours. The rest is its share of the kit. */
const ALWAYS = 65_000

/** A weight as the page writes it: « 78 ko », « 1,2 Mo ». @returns bytes */
export function bytesOf(weight = ''): number {
  const number = Number.parseFloat(weight.replace(/\s/g, '').replace(',', '.'))
  return (Number.isNaN(number) ? 0 : number) * (weight.includes('Mo') ? 1_000_000 : 1_000)
}

export const weightOf = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))}\u00a0ko`
    : `${(bytes / 1_000_000).toLocaleString('fr', { maximumFractionDigits: 1 })}\u00a0Mo`
