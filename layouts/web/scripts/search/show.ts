import type { Found } from './find.ts'

/** One result as an item of the list: genre, title and section in a link, the passage below. */
export function itemOf({ titre, genre, famille, forme, section, adresse, passage }: Found): HTMLLIElement {
  const item = document.createElement('li')
  item.className = famille ? `resultat famille-${famille} de-${forme}` : 'resultat'
  const link = document.createElement('a')
  link.href = adresse
  link.append(
    element('span', 'resultat-genre', genre),
    element('b', 'resultat-titre', titre),
    ...(section ? [element('span', 'resultat-section', section)] : []),
  )
  const text = element('p', 'resultat-passage', '')
  // Written by the index of this site: its text is escaped, `<mark>` is all its markup.
  text.innerHTML = passage
  item.append(link, text)
  return item
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}
