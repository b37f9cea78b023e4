import type { Operation } from '../../../content/scan.ts'
import { codesOf, onlyCode } from '../../../content/strings.ts'

/** Notes the glyphs that an operation shows, whose codes have two bytes.
 *  @param used gets the code of each
 *  @returns how many of them are glyph 0 (.notdef) */
export function noteGlyphs(bytes: Uint8Array, { bounds, count }: Operation, used: Set<number>): number {
  let missing = 0
  for (let index = 0; index < count; index++) {
    const [start, end] = [bounds[2 * index] as number, bounds[2 * index + 1] as number]
    const only = onlyCode(bytes, start, end)
    if (only > 0) used.add(only)
    else if (only === 0) missing++
    else if (isText(bytes[start]))
      for (const code of codesOf(bytes, start, end, 2, bytes[start] === OPEN_SQUARE)) {
        used.add(code)
        if (code === 0) missing++
      }
  }
  return missing
}

const [OPEN_PAREN, OPEN_ANGLE, OPEN_SQUARE] = [40, 60, 91]
const isText = (byte: number | undefined) =>
  byte === OPEN_PAREN || byte === OPEN_ANGLE || byte === OPEN_SQUARE
