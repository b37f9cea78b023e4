/** The words of a text: runs of letters and digits, in lower case and composed form. Typography (apostrophes, spaces,
 *  dashes, superscripts) does not count, so that a source and its editions compare word for word. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Words that `source` holds more often than `edition`, in the order of the source. */
export function missingWords(source: readonly string[], edition: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of edition) left.set(word, (left.get(word) ?? 0) + 1)
  return source.filter(word => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}
