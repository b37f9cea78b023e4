import { diff3Merge } from 'node-diff3'

/** A text that two people changed, and what both of them began with. */
type Versions = Record<'mine' | 'base' | 'theirs', Uint8Array>

/** A passage that both changed. `line`: in my text, from 1. */
export type Overlap = { line: number; mine: string; theirs: string }
export type SettledBy = 'mine' | 'theirs' | 'both'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/** Merges the changes of both, line by line: a paragraph is one line. `text`: null as long as passages overlap.
 *  @returns null for bytes that are no text */
export function mergeVersions(versions: Versions): { text: Uint8Array | null; overlaps: Overlap[] } | null {
  const regions = regionsOf(versions)
  if (!regions) return null
  const overlaps = regions.flatMap(({ conflict }) =>
    conflict ? { line: conflict.aIndex + 1, mine: conflict.a.join('\n'), theirs: conflict.b.join('\n') } : [],
  )
  const text = encoder.encode(regions.flatMap(({ ok = [] }) => ok).join('\n'))
  return { text: overlaps.length === 0 ? text : null, overlaps }
}

/** Ends one overlap: what both began with becomes theirs there, so that only mine differs from it. */
export function settleOverlap(versions: Versions, index: number, choice: SettledBy): Versions {
  const conflict = regionsOf(versions)?.flatMap(({ conflict }) => conflict ?? [])[index]
  if (!conflict) return versions
  const { a, aIndex, o, oIndex, b } = conflict
  const mine = { mine: a, theirs: b, both: [...a, ...b] }[choice]
  return {
    ...versions,
    mine: withLines(versions.mine, [aIndex, a.length], mine),
    base: withLines(versions.base, [oIndex, o.length], b),
  }
}

function regionsOf({ mine, base, theirs }: Versions) {
  try {
    const [a = [], o = [], b = []] = [mine, base, theirs].map(bytes => decoder.decode(bytes).split('\n'))
    return diff3Merge(a, o, b)
  } catch (error) {
    // A picture, or a text that is not in UTF-8.
    if (error instanceof TypeError) return null
    throw error
  }
}

function withLines(bytes: Uint8Array, [at, count]: [number, number], lines: readonly string[]): Uint8Array {
  const all = decoder.decode(bytes).split('\n')
  all.splice(at, count, ...lines)
  return encoder.encode(all.join('\n'))
}
