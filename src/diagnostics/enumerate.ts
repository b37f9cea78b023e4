/** « introductive, levier ou thematique »: the choices of a list, as French writes them. */
export function enumerate(words: readonly (string | number)[], conjunction: 'ou' | 'et' = 'ou'): string {
  const last = words.at(-1)
  if (last === undefined) return ''
  return words.length === 1 ? String(last) : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`
}
