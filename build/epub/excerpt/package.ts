import {
  attributeOf,
  changed,
  contentOf,
  elementsOf,
  escapeXml,
  insert,
  type MarkupElement,
  type TextEdit,
} from '../../../src/problems/index.ts'
import { plainText } from '../chapters.ts'
import { removalsOf } from './chapters.ts'

/** The kit, as its package describes it, in plain text. */
export type BookNotice = {
  identifier: string
  title: string
  publisher: string
  rights: string
  /** Month of the edition: `2025-11`. */
  month: string
}

/** The same of the excerpt. */
type ExcerptNotice = { identifier: string; title: string; description: string; subjects: string[] }

export type Package = {
  notice: BookNotice
  /** Files in reading order. */
  spine: string[]
  /** The package document with the files that are kept alone. */
  excerpt(notice: ExcerptNotice, isKept: (href: string) => boolean): string
}

/** Reads the package document of a kit. @throws SyntaxError when it lacks what the press writes */
export function readPackage(opf: string): Package {
  const elements = elementsOf(opf, true)
  const elementsNamed = (name: string) => elements.filter(element => element.name === name)
  const first = (name: string) => {
    const element = elementsNamed(name)[0]
    if (!element) throw new SyntaxError(`the package holds no ${name}`)
    return element
  }
  const textOf = (name: string) => plainText(contentOf(opf, first(name)))
  const items = elementsNamed('item')
  const hrefOf = new Map(items.map(item => [attributeOf(item, 'id'), attributeOf(item, 'href')]))
  return {
    notice: {
      identifier: textOf('dc:identifier'),
      title: textOf('dc:title'),
      publisher: textOf('dc:publisher'),
      rights: textOf('dc:rights'),
      month: textOf('dc:date'),
    },
    spine: elementsNamed('itemref')
      .filter(itemref => attributeOf(itemref, 'linear') !== 'no')
      .flatMap(itemref => hrefOf.get(attributeOf(itemref, 'idref')) ?? []),
    excerpt({ identifier, title, description, subjects }, isKept) {
      const write = (element: MarkupElement, words: string): TextEdit => ({
        start: element.inside,
        end: element.outside,
        text: escapeXml(words),
      })
      const droppedItems = items.filter(item => !isKept(attributeOf(item, 'href') ?? ''))
      const droppedIds = new Set(droppedItems.map(item => attributeOf(item, 'id')))
      const removals = [
        ...droppedItems,
        ...elementsNamed('itemref').filter(itemref => droppedIds.has(attributeOf(itemref, 'idref'))),
        ...wholeOnly(elements),
      ]
      return changed(opf, [
        write(first('dc:identifier'), identifier),
        write(first('dc:title'), title),
        ...elementsNamed('dc:description').map(element => write(element, description)),
        insert(
          first('dc:date').start,
          subjects.map(subject => `<dc:subject>${escapeXml(subject)}</dc:subject>\n`).join(''),
        ),
        ...removalsOf(opf, removals),
      ])
    },
  }
}

/** Lists what holds for the whole kit alone: its subjects, its audit. */
function* wholeOnly(elements: readonly MarkupElement[]): Generator<MarkupElement> {
  const subjects = elements.filter(({ name }) => name === 'dc:subject')
  const ids = new Set(subjects.map(subject => `#${attributeOf(subject, 'id')}`))
  const auditProperties = ['dcterms:conformsTo', 'a11y:certifiedBy']
  yield* subjects
  yield* elements.filter(
    element =>
      ids.has(attributeOf(element, 'refines') ?? '') ||
      auditProperties.includes(attributeOf(element, 'property') ?? '') ||
      attributeOf(element, 'rel') === 'a11y:certifierReport',
  )
}
