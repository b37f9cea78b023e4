import { idOfEpubPath } from '../../../src/addresses.ts'
import {
  attributeOf,
  type Change,
  changed,
  contentOf,
  type Element,
  elementsOf,
  escapeXml,
  hasClass,
  isIn,
} from '../../../src/edit-html.ts'
import type { ExcerptList } from '../../../src/excerpt/list.ts'
import { wordFor } from '../../../src/french.ts'
import { plainText } from '../chapters.ts'
import { isPageMark } from '../pages.ts'
import type { TocFamily } from '../toc.ts'

/** The sommaire of a choice: the lines that lead to a chapter that is kept, and the families of these.
 *  It is a page of its own: the printed sommaire's number is not its number, nor that of other chapters which are cut.
 *  @param isCut whether a chapter that is kept is not all that it is in the kit */
export function cutContents(
  xhtml: string,
  isKept: (href: string) => boolean,
  isCut: (href: string) => boolean,
): string {
  const elements = elementsOf(xhtml, true)
  const hrefOf = (line: Element) => {
    const link = elements.find(({ name, parent }) => name === 'a' && parent === line)
    return link && attributeOf(link, 'href')
  }
  const removals = new Set<Element>()
  for (const line of elements.filter(({ name }) => name === 'li')) {
    const href = hrefOf(line)
    if (href === undefined || !isKept(href)) removals.add(line)
  }
  const hasLines = (list: Element) =>
    elements.some(element => element.name === 'li' && isIn(element, list) && !removals.has(element))
  for (const list of elements)
    if ((list.name === 'ul' || hasClass(list, 'famille')) && !hasLines(list)) removals.add(list)
  for (const element of elements) {
    const { parent } = element
    const folioOfCut = hasClass(element, 'folio') && parent && isCut(hrefOf(parent) ?? '')
    if (folioOfCut || isPageMark(element)) removals.add(element)
  }
  return changed(xhtml, removalsOf(xhtml, [...removals]))
}

/** The families of a sommaire, as it calls them. */
export function familiesIn(xhtml: string, { fiches }: Pick<ExcerptList, 'fiches'>): TocFamily[] {
  const elements = elementsOf(xhtml, true)
  return elements
    .filter(element => hasClass(element, 'famille-titre'))
    .map(heading => {
      const family = heading.parent ? attributeOf(heading.parent, 'id') : undefined
      const mark = elements.find(element => element.parent === heading && hasClass(element, 'marque'))
      return {
        mark: mark ? plainText(contentOf(xhtml, mark)) : '',
        name: plainText(xhtml.slice(mark?.end ?? heading.inside, heading.outside)),
        fiches: fiches.filter(fiche => family === `famille-${fiche.family}`).map(({ id }) => id),
      }
    })
}

/** The acronyms that chosen fiches use, with these fiches; null: they use none.
 *  @param isChosen whether a file is one of them */
export function cutAcronyms(xhtml: string, isChosen: (href: string) => boolean): string | null {
  const elements = elementsOf(xhtml, true)
  const terms = elements.filter(({ name }) => name === 'dt')
  const meanings = elements.filter(({ name }) => name === 'dd')
  const changes: Change[] = []
  // The note speaks of all acronyms of the kit.
  const removals = elements.filter(element => isPageMark(element) || hasClass(element, 'sigles-note'))
  for (const [index, meaning] of meanings.entries()) {
    const within = elements.filter(element => isIn(element, meaning))
    const reference = within.find(element => hasClass(element, 'reference'))
    const links = within.filter(
      element => element.name === 'a' && isChosen(attributeOf(element, 'href') ?? ''),
    )
    if (reference && links.length > 0) changes.push(refer(xhtml, reference, links))
    else removals.push(...terms.slice(index, index + 1), meaning)
  }
  return changes.length > 0 ? changed(xhtml, [...changes, ...removalsOf(xhtml, removals)]) : null
}

/** Says who uses an acronym as the layout does: « fiches 8, 12 ». */
function refer(xhtml: string, { inside, outside }: Element, links: readonly Element[]): Change {
  const numbers = links.map(({ start, end }) => xhtml.slice(start, end)).join(', ')
  return { start: inside, end: outside, text: `${wordFor(links.length, 'fiche')} ${numbers}` }
}

/** Makes the links of a chapter lead on: those to chapters that are left out go to the site, or become words.
 *  @param addresses id of a document → its address */
export function leadOn(
  xhtml: string,
  isKept: (href: string) => boolean,
  addresses: Readonly<Record<string, string>>,
): string {
  const changes = elementsOf(xhtml, true).flatMap((element): Change[] => {
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

type TitlePage = { title: string; count: string; note: string; publisher: string; rights: string }

/** The cover of an excerpt, in words: the picture of the kit's counts all its fiches.
 *  @param cover the cover of the kit, whose frame it takes
 *  @throws SyntaxError when that has no body */
export function titlePage(cover: string, { title, count, note, publisher, rights }: TitlePage): string {
  const body = elementsOf(cover, true).find(({ name }) => name === 'body')
  if (!body) throw new SyntaxError('a cover without body')
  const paragraph = (words: string, kind = '') => `<p${kind && ` class="${kind}"`}>${escapeXml(words)}</p>`
  const text = `
<section epub:type="titlepage" aria-labelledby="titre">
<h1 id="titre" class="page-titre">${escapeXml(title)}</h1>
${[paragraph(count, 'chapo'), paragraph(note), paragraph(publisher), paragraph(rights)].join('\n')}
</section>
`
  return changed(cover, [{ start: body.inside, end: body.outside, text }])
}

/** Takes elements out with the space before them, each once: those in others go with them. */
export const removalsOf = (source: string, removals: readonly Element[]): Change[] =>
  removals
    .filter(element => !removals.some(other => isIn(element, other)))
    .map(({ start, end }) => ({ start: source.slice(0, start).trimEnd().length, end, text: '' }))
