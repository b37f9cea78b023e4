import { addressOf } from '../../src/addresses.ts'
import { attributeOf, changed, contentOf, type Element, elementsOf, escapeXml } from '../../src/edit-html.ts'
import type { Item } from '../../src/indexes/listing.ts'
import type { Kit } from '../../src/kit.ts'
import { nameColumns } from './tables.ts'
import { plainText } from './xml.ts'

/** One document of the e-book rendition: a whole XHTML file, and the drawings that it shows. */
export type EpubDocument = {
  item: Item
  html: string
  resources: readonly { path: string; content: string }[]
}

/** A file of the spine. */
export type Chapter = {
  item: Item
  /** File name, which links and the spine name. */
  href: string
  /** From the document's `<title>`, in plain words. */
  title: string
  /** Its `h2`, in order: what the table of contents lists below the chapter. */
  sections: { title: string; href: string }[]
  xhtml: string
}

/** The chapters of the book, in the order of the documents.
 *  @throws when a document lacks a title or shares its title with another: a reader could not tell them apart */
export function chaptersOf(documents: readonly EpubDocument[], kit: Kit): Chapter[] {
  const chapters = documents.map(({ item, html }): Chapter => {
    const href = addressOf(item, 'epub', kit)
    const { title, sections, xhtml } = readChapter(html, href)
    if (!title) throw new Error(`${href} has no title`)
    return { item, href, title, sections, xhtml }
  })
  const titles = new Map<string, string>()
  for (const { title, href } of chapters) {
    const other = titles.get(title)
    if (other) throw new Error(`${other} and ${href} have the same title: ${title}`)
    titles.set(title, href)
  }
  return chapters
}

function readChapter(html: string, href: string): Pick<Chapter, 'title' | 'sections' | 'xhtml'> {
  const whole = html.trim() // nothing may stand before the XML declaration
  const elements = elementsOf(whole, true)
  const place = elements.find(({ name }) => name === 'title')
  const title = place ? plainText(contentOf(whole, place)) : ''
  // A title holds no markup (`1<sup>er</sup>`).
  const titled = place ? [{ start: place.inside, end: place.outside, text: escapeXml(title) }] : []
  return {
    title,
    sections: sectionsOf(whole, href, elements),
    xhtml: changed(whole, [...titled, ...nameColumns(whole, elements)]),
  }
}

/** The `h2` of a chapter that have an id. */
export const sectionsOf = (
  xhtml: string,
  href: string,
  elements: readonly Element[] = elementsOf(xhtml, true),
): Chapter['sections'] =>
  elements
    .filter(({ name }) => name === 'h2')
    .flatMap(heading => {
      const id = attributeOf(heading, 'id')
      return id ? [{ title: plainText(contentOf(xhtml, heading)), href: `${href}#${id}` }] : []
    })
