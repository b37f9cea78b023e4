import { attributeOf, elementsNamed } from '../../src/edit-html.ts'

/** Paths of the pictures that a chapter shows. */
export const picturesIn = (xhtml: string): string[] =>
  elementsNamed(xhtml, ['img'], true).flatMap(picture => attributeOf(picture, 'src') ?? [])
