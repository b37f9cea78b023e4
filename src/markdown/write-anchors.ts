import { ancreEcriteOf, reperesOf } from './anchors.ts'
import { parseTokens } from './parse-tokens.ts'
import { setTokens } from './tokens-of.ts'

/** Writes into a body the anchors that its examples, levers and figures have without being written: their addresses stay when
 *  their words change. Anchors that are written stay as they are.
 *  @param source without carriage returns. @returns the body, and how many anchors it was given */
export function writeAnchors(source: string): { source: string; count: number } {
  const lines = source.split('\n')
  const tokens = setTokens(parseTokens(source))
  let count = 0
  for (const { genre, open, inline } of reperesOf(tokens)) {
    const last = (genre === 'levier' ? open.map?.[1] : inline.map?.[1]) ?? 0
    const line = lines[last - 1]
    if (line === undefined || ancreEcriteOf(open.meta) !== null) continue
    lines[last - 1] = `${line.trimEnd()} {#${String(open.meta?.['ancre'])}}`
    count++
  }
  return { source: lines.join('\n'), count }
}
