import { attributeOf, elementsOf } from '../../src/edit-html.ts'

/** Paths of the pictures that a chapter shows. */
export const picturesIn = (xhtml: string): string[] =>
  elementsOf(xhtml, true).flatMap(element =>
    element.name === 'img' ? (attributeOf(element, 'src') ?? []) : [],
  )
