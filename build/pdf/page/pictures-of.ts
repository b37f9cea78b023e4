import { attributeOf, elementsNamed } from '../../../src/edit-html.ts'

/** Paths of the pictures of a document, in its order. */
export function picturesOf(html: string): readonly string[] {
  const paths = elementsNamed(html, ['img', 'image']).flatMap(
    picture => attributeOf(picture, 'src') ?? attributeOf(picture, 'href') ?? [],
  )
  return [...new Set(paths)].filter(path => !path.startsWith('data:'))
}

/** The pictures of a document, each with its hash: what a key of its pages or sheets needs of them. */
export const digestsIn = (html: string, { digests }: { digests: ReadonlyMap<string, string> }): string[] =>
  picturesOf(html).map(path => `${path} ${digests.get(path)}`)
