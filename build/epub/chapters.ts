import { Parser } from 'htmlparser2'
import type { Item, Kit } from '../../src/kit/index.ts'
import {
  attributeOf,
  changed,
  contentOf,
  elementsNamed,
  elementsOf,
  escapeXml,
  type MarkupElement,
} from '../../src/problems/index.ts'
import { addressOf } from '../../src/text/index.ts'

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
  /** Its `h2`, in order, each with its `h3`: what the table of contents lists below the chapter. */
  sections: ChapterSection[]
  xhtml: string
}

/** A heading that has an id, and those below it. */
type ChapterSection = { title: string; href: string; children: ChapterSection[] }

/** The chapters of the book, in the order of the documents. */
export function chaptersOf(documents: readonly EpubDocument[], kit: Kit): Chapter[] {
  return documents.map(({ item, html }) => {
    const href = addressOf(item, 'epub', kit)
    return { item, href, ...readChapter(html, href) }
  })
}

function readChapter(html: string, href: string): Pick<Chapter, 'title' | 'sections' | 'xhtml'> {
  const whole = html.trim() // nothing may stand before the XML declaration
  const elements = elementsOf(whole, true)
  const place = elements.find(({ name }) => name === 'title')
  const title = place ? plainText(contentOf(whole, place)) : ''
  // A title holds no markup (`1<sup>er</sup>`).
  const titleChange = place ? [{ start: place.inside, end: place.outside, text: escapeXml(title) }] : []
  return {
    title,
    sections: sectionsOf(whole, href, elements),
    xhtml: changed(whole, titleChange),
  }
}

/** The `h2` of a chapter that have an id, each with the `h3` after it: titles of blocks have none. */
export function sectionsOf(
  xhtml: string,
  href: string,
  elements: readonly MarkupElement[] = elementsOf(xhtml, true),
): Chapter['sections'] {
  const sections: ChapterSection[] = []
  for (const heading of elements) {
    const id = attributeOf(heading, 'id')
    if (id === undefined || !/^h[23]$/.test(heading.name)) continue
    const entry = { title: plainText(contentOf(xhtml, heading)), href: `${href}#${id}`, children: [] }
    const siblings = heading.name === 'h2' ? sections : sections.at(-1)?.children
    siblings?.push(entry)
  }
  return sections
}

/** The words of a piece of XHTML, as a reader sees them. */
export function plainText(xhtml: string): string {
  let words = ''
  new Parser(
    {
      ontext(text) {
        words += text
      },
    },
    { xmlMode: true },
  ).end(xhtml)
  return words.replace(/[ \t\r\n]+/g, ' ').trim()
}

/** Paths of the pictures that a chapter shows. */
export const picturesIn = (xhtml: string): string[] =>
  elementsNamed(xhtml, ['img'], true).flatMap(picture => attributeOf(picture, 'src') ?? [])
