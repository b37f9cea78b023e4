import {
  attributeOf,
  changed,
  elementsOf,
  escapeXml,
  hasClass,
  isIn,
  type MarkupElement,
  type TextEdit,
} from '../../../src/problems/index.ts'
import { idOfEpubPath } from '../../../src/text/index.ts'
import { isPageMark } from '../pages.ts'

/** Cuts the sommaire to a choice: the lines of the chosen chapters, and their families. It is a page of its own, without a
 *  page number. */
export function cutContents(xhtml: string, isKept: (href: string) => boolean): string {
  const elements = elementsOf(xhtml, true)
  const removals = new Set(elements.filter(isPageMark))
  for (const line of elements.filter(({ name }) => name === 'li')) {
    const link = elements.find(({ name, parent }) => name === 'a' && parent === line)
    const href = link && attributeOf(link, 'href')
    if (href === undefined || !isKept(href)) removals.add(line)
  }
  const hasLines = (list: MarkupElement) =>
    elements.some(element => element.name === 'li' && isIn(element, list) && !removals.has(element))
  for (const list of elements)
    if ((list.name === 'ul' || hasClass(list, 'famille')) && !hasLines(list)) removals.add(list)
  return changed(xhtml, removalsOf(xhtml, [...removals]))
}

/** Makes the links of a chapter lead on: those to chapters that are left out go to the site, or become words.
 *  @param addresses id of a document → its address */
export function leadOn(
  xhtml: string,
  isKept: (href: string) => boolean,
  addresses: Readonly<Record<string, string>>,
): string {
  const changes = elementsOf(xhtml, true).flatMap((element): TextEdit[] => {
    const link = element.attributes.get('href')
    if (element.name !== 'a' || !link || URL.canParse(link.value)) return []
    const [file = '', ...anchor] = link.value.split('#')
    if (file === '' || isKept(file)) return []
    const address = addresses[idOfEpubPath(file) ?? '']
    if (address === undefined)
      return [
        { start: element.start, end: element.inside, text: '<span>' },
        { start: element.outside, end: element.end, text: '</span>' },
      ]
    const target = [address, ...anchor].join('#')
    return [{ start: link.start, end: link.end, text: `href="${escapeXml(target)}" rel="external"` }]
  })
  return changed(xhtml, changes)
}

type TitlePage = {
  title: string
  count: string
  /** Of the fiches. */
  titles: readonly string[]
  note: string
  publisher: string
  rights: string
}

/** The first page of an excerpt: what it is, in words. @throws SyntaxError when that has no body */
export function titlePage(
  cover: string,
  { title, count, titles, note, publisher, rights }: TitlePage,
): string {
  const body = elementsOf(cover, true).find(({ name }) => name === 'body')
  if (!body) throw new SyntaxError('a cover without body')
  const paragraph = (words: string, kind = '') => `<p${kind && ` class="${kind}"`}>${escapeXml(words)}</p>`
  const text = `
<section epub:type="titlepage" aria-labelledby="titre">
<h1 id="titre" class="page-titre">${escapeXml(title)}</h1>
${paragraph(count, 'chapo')}
<ul>${titles.map(title => `<li>${escapeXml(title)}</li>`).join('')}</ul>
${[paragraph(note), paragraph(publisher), paragraph(rights)].join('\n')}
</section>
`
  return changed(cover, [{ start: body.inside, end: body.outside, text }])
}

/** Takes elements out with the space before them, each once: those in others go with them. */
export const removalsOf = (source: string, removals: readonly MarkupElement[]): TextEdit[] =>
  removals
    .filter(element => !removals.some(other => isIn(element, other)))
    .map(({ start, end }) => ({ start: source.slice(0, start).trimEnd().length, end, text: '' }))
