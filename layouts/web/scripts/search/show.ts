import {
  anchorOf,
  excerptOf,
  nameOf,
  type SearchData,
  type SearchDocument,
  type SearchHit,
} from '../../../../src/search/index.ts'
import { basePath } from '../base.ts'

/** One result as an item of the list: genre, title and part in a link, the passage below, then other parts that answer. */
export function itemOf({ document: page, parts: [best, ...others], stems }: SearchHit): HTMLLIElement {
  const item = document.createElement('li')
  item.className = page.famille ? `resultat famille-${page.famille} de-${page.forme}` : 'resultat'
  const [whole] = page.parties
  const link = document.createElement('a')
  link.href = addressOf(page, best && anchorOf(best))
  link.append(
    element('span', 'resultat-genre', page.genre),
    element('b', 'resultat-titre', whole?.titre ?? ''),
    ...(best && best !== whole ? [element('span', 'resultat-section', nameOf(best))] : []),
  )
  const text = element('p', 'resultat-passage', '')
  for (const { text: words, marked } of excerptOf(best?.texte ?? '', stems))
    text.append(marked ? element('mark', '', words) : words)
  item.append(link, text)
  const sections = others.filter(part => part !== whole)
  if (sections.length > 0) {
    const list = element('ul', 'resultat-aussi', '')
    for (const part of sections) {
      const also = document.createElement('a')
      also.href = addressOf(page, anchorOf(part))
      also.textContent = nameOf(part)
      const entry = document.createElement('li')
      entry.append(also)
      list.append(entry)
    }
    item.append(list)
  }
  return item
}

/** Links to the families, for whom nothing was found. */
export function familyLinks(familles: SearchData['familles']): HTMLUListElement {
  const list = document.createElement('ul')
  list.className = 'recherche-familles'
  for (const { id, pluriel } of familles) {
    const link = document.createElement('a')
    link.href = `${basePath()}familles/${id}/`
    link.className = `bouton famille-${id}`
    link.textContent = pluriel
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  return list
}

const addressOf = ({ adresse }: SearchDocument, ancre?: string) =>
  basePath() + adresse + (ancre ? `#${ancre}` : '')

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  if (className) element.className = className
  element.textContent = text
  return element
}
