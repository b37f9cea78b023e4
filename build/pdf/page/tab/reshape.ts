import type { Form } from './workbench.ts'

/** Runs in the tab. Gives the document the form in which it is to be paged, before Paged.js sees it: its root says the form
 *  to the style sheet and to the rules of the cut; `lineaire` puts every aside under its text, where it can be cut. */
export function reshape(source: DocumentFragment, form: Form): void {
  if (form === 'libre') return
  source.firstElementChild?.classList.add(form)
  if (form !== 'lineaire') return
  for (const margin of source.querySelectorAll('.marge')) {
    const asides = [...margin.children]
    const text = margin.parentElement?.querySelector(':scope > .texte')
    if (text) text.after(...asides)
    else margin.after(...asides)
    margin.remove()
    for (const aside of asides) aside.classList.add('long')
  }
  for (const aside of source.querySelectorAll('.bloc.large')) aside.classList.replace('large', 'long')
}
