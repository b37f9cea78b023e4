import { attributeOf, changed, elementsOf, insert } from '../../problems/index.ts'
import { isDrawing } from '../../text/index.ts'
import { writeDrawing } from './write-drawing.ts'

/** A picture of the kit as every edition shows it: a drawing is written anew of what is allowed in one, pixels are left as they are.
 *  @throws Error when a drawing is refused: `kit check` tells of it first */
export function publishedPicture(path: string, bytes: Uint8Array): Uint8Array {
  if (!isDrawing(path)) return bytes
  const { svg } = writeDrawing(new TextDecoder().decode(bytes))
  if (svg === null) throw new Error(`${path} is no drawing that may be shown`)
  return new TextEncoder().encode(svg)
}

/** The same in an e-book. An author's drawing gets a white ground there, as charts have: at night the reader's page is black,
 *  and so would be its lines.
 *  @throws as `publishedPicture` */
export function bookPicture(path: string, bytes: Uint8Array): Uint8Array {
  const published = publishedPicture(path, bytes)
  if (!isDrawing(path)) return published
  const svg = new TextDecoder().decode(published)
  const root = elementsOf(svg, true).find(({ name }) => name === 'svg')
  const [x, y, width, height] = (root && attributeOf(root, 'viewBox'))?.split(/[ ,]+/) ?? []
  if (!root || height === undefined) return published
  const ground = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`
  return new TextEncoder().encode(changed(svg, [insert(root.inside, ground)]))
}
