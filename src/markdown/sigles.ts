/** A pattern for any of the acronyms: the whole word, longest first. A plural s belongs to it (« les SCICs »); a letter,
 *  a digit or a hyphen beside it makes another name (« CO2 », « INSEE-FLORES »). Null when there is none to look for. */
export function siglePattern(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null
  const written = [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(name => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(${written.join('|')})(?=s?(?![\\p{L}\\p{N}_-]))`, 'gu')
}

/** What finds the acronyms of a text: each once, in the order of their first use. */
export function findSigles(names: readonly string[]): (text: string) => string[] {
  const pattern = siglePattern(names)
  return text => (pattern ? [...new Set([...text.matchAll(pattern)].map(([name]) => name))] : [])
}
