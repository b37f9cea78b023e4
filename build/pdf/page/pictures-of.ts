import { attributeOf, elementsNamed } from '../../../src/edit-html.ts'

/** Paths of the pictures of a document, in its order. */
export function picturesOf(html: string): readonly string[] {
  const paths = elementsNamed(html, ['img', 'image']).flatMap(
    picture => attributeOf(picture, 'src') ?? attributeOf(picture, 'href') ?? [],
  )
  return [...new Set(paths)].filter(path => !path.startsWith('data:'))
}
