/** No file of a kit nests further than this by far. */
const DEEPEST = 50

/** Where `text` begins to nest deeper than any kit does, or null. The YAML parser recurses and ends only when the stack
 *  does, which may take the whole process with it: such a text must not reach it. */
export function tooDeepAt(text: string): number | null {
  const indented = /^[ \t]{200}|(?:[-?][ \t]+){50}/m.exec(text)
  const offsets = [indented?.index ?? null, bracketsFrom(text), colonsFrom(text)].filter(
    offset => offset !== null,
  )
  return offsets.length === 0 ? null : Math.min(...offsets)
}

function bracketsFrom(text: string): number | null {
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > DEEPEST) return index
  }
  return null
}

/** `a: b: c: …` nests to the right; `a: b, c: d` does not. */
function colonsFrom(text: string): number | null {
  for (const { 0: pair, index } of text.matchAll(/[^\n{}[\],]+/g)) {
    if (pair.split(/:(?=[ \t])/, DEEPEST + 2).length > DEEPEST) return index
  }
  return null
}
