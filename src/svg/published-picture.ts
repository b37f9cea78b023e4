import { writeDrawing } from './write-drawing.ts'

/** A picture of the kit as every edition shows it: a drawing is written anew of what is allowed in one, pixels are left as they are.
 *  @throws Error when a drawing is refused: `kit check` tells of it first */
export function publishedPicture(path: string, bytes: Uint8Array): Uint8Array {
  if (!/\.svg$/i.test(path)) return bytes
  const { svg } = writeDrawing(new TextDecoder().decode(bytes))
  if (svg === null) throw new Error(`${path} is no drawing that may be shown`)
  return new TextEncoder().encode(svg)
}
