import type { Operation } from '../../../content/scan.ts'
import { codesOf } from '../../../content/strings.ts'

/** Notes the glyphs that an operation shows, whose codes have two bytes.
 *  @param used gets the code of each
 *  @returns how many of them are glyph 0 (.notdef) */
export function noteGlyphs(bytes: Uint8Array, { bounds, count }: Operation, used: Set<number>): number {
  let missing = 0
  for (let index = 0; index < count; index++)
    for (const code of codesOf(bytes, bounds[2 * index] ?? 0, bounds[2 * index + 1] ?? 0, 2)) {
      used.add(code)
      if (code === 0) missing++
    }
  return missing
}
