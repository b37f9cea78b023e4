import { childOf, elementsOf, type XmlElement } from '../xml/parse-xml.ts'
import { alternative } from './alternative.ts'
import type { WordImage } from './manuscript.ts'

/** What a drawing leads to outside itself. */
export type DrawingContext = {
  /** Target of a relation. */
  target(id: string | undefined): string | null
  /** A paragraph in a box that floats beside the text. */
  onBox(content: XmlElement): void
}

/** The pictures of a drawing; text in its boxes is given to `onBox`. @param about what the file says of the drawing around the element */
export function picturesIn(element: XmlElement, context: DrawingContext, about?: XmlElement): WordImage[] {
  const { name, attributes } = element
  if (name === 'w:txbxContent') {
    context.onBox(element)
    return []
  }
  if (name === 'a:blip' || name === 'v:imagedata') {
    const target = context.target(attributes[name === 'a:blip' ? 'r:embed' : 'r:id'])
    return [
      {
        part: target !== null && !/^[a-z]+:/i.test(target) ? target : null,
        alt: about?.attributes['descr'] ?? '',
        name: about?.attributes['name'] ?? '',
      },
    ]
  }
  const described = childOf(element, 'wp:docPr') ?? about
  return elementsOf(name === 'mc:AlternateContent' ? alternative(element) : element).flatMap(child =>
    picturesIn(child, context, described),
  )
}
