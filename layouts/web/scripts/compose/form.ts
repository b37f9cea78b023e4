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
