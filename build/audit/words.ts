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

/** What an author's Markdown says, without what it means: markers, block names, attributes, addresses and
 *  cross-references are taken out. Made without the press's own parser, so that it can contradict it. */
export function textOfMarkdown(markdown: string): string {
  return markdown
    .replace(/^:::[ \t]*graphique[ \t]+[\w-]+/gm, '')
    .replace(/^:::[ \t]*schema[ \t]+\S+/gm, '')
    .replace(/^:::[ \t]*[\w-]*/gm, '')
    .replace(/\{[^{}\n]*\}/g, '')
    .replace(/\[\[[^\]\n]*\]\]/g, ' ')
    .replace(/!?\[([^\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/[*_`|#>]/g, ' ')
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

/** The first words of `source` that do not follow in `edition` in the same order; words that the edition adds between
 *  them are allowed. Empty: the edition holds the source, in order. */
export function firstOutOfOrder(source: readonly string[], edition: readonly string[]): string[] {
  let at = 0
  for (const [index, word] of source.entries()) {
    at = edition.indexOf(word, at) + 1
    if (at === 0) return source.slice(index, index + 8)
  }
  return []
}
