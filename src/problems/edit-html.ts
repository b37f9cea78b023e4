import { Parser } from 'htmlparser2'

/** An element of a document. All places are offsets in its source. */
export type MarkupElement = {
  name: string
  attributes: ReadonlyMap<string, Attribute>
  parent: MarkupElement | null
  /** Offsets: begin of the opening tag, begin and end of the content, end of the element. */
  start: number
  inside: number
  outside: number
  end: number
}

type Attribute = { value: string; start: number; end: number }

/** The elements of a document, or of a piece of one, in the order of their opening tags.
 *  @param xml whether it is XHTML, in which any element may be empty: `<span/>` */
export function elementsOf(html: string, xml = false): MarkupElement[] {
  const elements: MarkupElement[] = []
  let open: MarkupElement | null = null
  let attributes = new Map<string, Attribute>()
  const parser = new Parser(
    {
      onopentagname() {
        attributes = new Map()
      },
      onattribute(name, value) {
        if (!attributes.has(name))
          attributes.set(name, { value, start: parser.startIndex, end: parser.endIndex })
      },
      onopentag(name) {
        const inside = parser.endIndex + 1
        const element = { name, attributes, parent: open, start: parser.startIndex, inside }
        open = { ...element, outside: inside, end: inside }
        elements.push(open)
      },
      onclosetag(_, implied) {
        if (!open) return
        // An element closed by another tag ends at the start of that tag; an empty element ends with its opening tag.
        open.outside = Math.max(open.inside, parser.startIndex)
        open.end = implied ? open.outside : parser.endIndex + 1
        open = open.parent
      },
    },
    { xmlMode: xml },
  )
  parser.end(html)
  return elements
}

/** Finds the elements of these names, as `elementsOf` gives them. A text without such a tag is not parsed. */
export function elementsNamed(html: string, names: readonly string[], xml = false): MarkupElement[] {
  if (!new RegExp(`<(?:${names.join('|')})\\b`, 'i').test(html)) return []
  return elementsOf(html, xml).filter(({ name }) => names.includes(name))
}

/** Finds the texts of a document, in order; one may come in several pieces. */
export function textsOf(html: string): { start: number; end: number }[] {
  const texts: { start: number; end: number }[] = []
  const parser = new Parser({
    ontext() {
      texts.push({ start: parser.startIndex, end: parser.endIndex + 1 })
    },
  })
  parser.end(html)
  return texts
}

/** The value of an attribute; undefined: it has none. */
export const attributeOf = ({ attributes }: MarkupElement, name: string): string | undefined =>
  attributes.get(name)?.value

export const hasClass = (element: MarkupElement, name: string): boolean =>
  (attributeOf(element, 'class') ?? '').split(/\s+/).includes(name)

/** Tells of an element inside another, at any depth. */
export function isIn(element: MarkupElement, other: MarkupElement): boolean {
  for (let outer = element.parent; outer; outer = outer.parent) if (outer === other) return true
  return false
}

/** Gives the content of an element, as it is written. */
export const contentOf = (html: string, { inside, outside }: MarkupElement): string =>
  html.slice(inside, outside)

/** Text that takes the place of a piece of the source. */
export type TextEdit = { start: number; end: number; text: string }

/** A piece put in before what stands at a place. */
export const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text })

/** Writes a source with changes that do not overlap; the rest stays as it is written. */
export function changed(source: string, changes: readonly TextEdit[]): string {
  let text = ''
  let copied = 0
  for (const change of changes.toSorted((a, b) => a.start - b.start)) {
    text += source.slice(copied, change.start) + change.text
    copied = change.end
  }
  return text + source.slice(copied)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML and HTML write it, in an element or between double quotes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)
