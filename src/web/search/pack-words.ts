/** Sorted words without `|`, each as the letters that it shares with the one before (one sign, base 36) and those of its own: a fifth lighter,
 *  deflated. */
export const packSorted = (words: readonly string[]): string =>
  words
    .map((word, at) => {
      const same = Math.min(sharedBy(words[at - 1] ?? '', word), 35)
      return same.toString(36) + word.slice(same)
    })
    .join('|')

export function unpackSorted(packed: string): string[] {
  let before = ''
  return packed.split('|').map(one => {
    before = before.slice(0, Number.parseInt(one.charAt(0), 36)) + one.slice(1)
    return before
  })
}

/** The words that have a stem, each as the letters that it drops of the stem (one sign, base 36) and those that it adds, with spaces
 *  between: of « coopératif », « coopératif » is « 0 », « coopérative » « 1ve ». Empty: the stem itself is its only word. */
export function packSpellings(stem: string, words: readonly string[]): string {
  const packed = words
    .map(word => {
      const same = sharedBy(stem, word)
      return (stem.length - same).toString(36) + word.slice(same)
    })
    .join(' ')
  return packed === '0' ? '' : packed
}

export const unpackSpellings = (stem: string, packed: string): string[] =>
  packed === ''
    ? [stem]
    : packed
        .split(' ')
        .map(word => stem.slice(0, stem.length - Number.parseInt(word.charAt(0), 36)) + word.slice(1))

/** A small number as one sign of a JSON string that needs no escape, the space left out. */
export const signOf = (value: number): string => String.fromCharCode(value + (value < 57 ? FIRST : FIRST + 1))

export function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code - (code < BACKSLASH ? FIRST : FIRST + 1)
}

/** The sign after the quotation mark, and the one that is escaped. */
const [FIRST, BACKSLASH] = [35, 92]

/** How many letters two words begin with together. */
function sharedBy(one: string, other: string): number {
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  return same
}
