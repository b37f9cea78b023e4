/** The words of a text: runs of letters, and of digits, in lower case and composed form. Typography (apostrophes, spaces, that
 *  of « 10km » too, dashes, superscripts, the thousands of a number) does not count, nor whether a character is drawn or printed as its
 *  code, so that a source and its editions compare word for word. */
export function wordsOf(text: string): string[] {
  const words =
    withoutCodes(text)
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  return words.flatMap(word => (/^\d{5,}$/.test(word) ? thousandsOf(word) : word))
}

/** The same run together: what typography parts and joins does not count. */
export const lettersOf = (text: string): string => wordsOf(text).join('')

/** Its letters in their case, and the signs that count: `12 %` is not `12`, nor « Lyon » « LYON ». */
export const writtenOf = (text: string): string =>
  (
    withoutCodes(text)
      .normalize('NFKC')
      .match(/[\p{L}\p{N}%‰€£$§°&@+?]/gu) ?? []
  ).join('')

/** What no font draws is printed as its code, « [U+1F600] », which a line may part anywhere. */
const withoutCodes = (text: string): string =>
  text.includes('[')
    ? text.replace(code, (_, digits: string) =>
        String.fromCodePoint(Number.parseInt(digits.replace(/\s/g, ''), 16)),
      )
    : text
const code = /\[\s*U\s*\+((?:\s*[0-9A-F]){4,5})\s*\]/g

/** `152979` as it may be set: 152 979. */
const thousandsOf = (digits: string) => digits.match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? []

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
