/** Words without what typography and Markdown change of them: letters and digits. */
export const bare = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const ENOUGH = 60

/** The line of a Markdown text, from 1, that a paragraph of the page was made of; null when none is like it. */
export function lineOfWords(source: string, words: string): number | null {
  const wanted = bare(words).slice(0, ENOUGH)
  if (wanted.length < 3) return null
  const lines = source.split(/\r\n|\r|\n/)
  const at = lines.findIndex(line => {
    const words = bare(line)
    return words.includes(wanted) || (words.length > 12 && wanted.startsWith(words.slice(0, ENOUGH)))
  })
  return at === -1 ? null : at + 1
}

/** Which of these paragraphs of a page, bare, a line of Markdown became; -1: none. */
export function paragraphOfLine(paragraphs: readonly string[], line: string): number {
  const wanted = bare(
    line
      .replace(/^:::\s*\S+/, '')
      .replace(/\{[^}]*\}/g, '')
      .replace(/\]\([^)]*\)/g, ']'),
  )
  if (wanted.length < 3) return -1
  const start = wanted.slice(0, ENOUGH)
  return paragraphs.findIndex(text => text.includes(start))
}
