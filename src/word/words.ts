/** Words as they are counted: letters and figures, whatever sets them apart. « m² » is « m2 », as Word may raise a figure. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(/\u00ad/g, '')
      .replace(/[⁰¹²³⁴-⁹₀-₉]/g, digit => digit.normalize('NFKC'))
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

/** Lists the words of `expected` that `actual` lacks, each as often as it is missing; case is ignored. */
export function missingWords(expected: readonly string[], actual: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of actual) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  return expected.filter(written => {
    const word = written.toLowerCase()
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left <= 0
  })
}
