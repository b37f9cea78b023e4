/** Cuts a text into words: runs of letters, and of digits, in lower case and composed form, so that a source and its
 *  editions compare word for word. Typography does not count: apostrophes, dashes, superscripts, spaces (« 10km »),
 *  thousands. Nor does it matter that a character is printed as its code. */
export function wordsOf(text: string): string[] {
  const words =
    plain(text)
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  return words.flatMap(word => (/^\d{5,}$/.test(word) ? thousandsOf(word) : word))
}

/** The same run together: what typography parts and joins does not count. */
export const lettersOf = (text: string): string => wordsOf(text).join('')

/** Its letters in their case, and the signs that count: `12 %` is not `12`, nor « Lyon » « LYON ». */
export const writtenOf = (text: string): string =>
  (plain(text).match(/[\p{L}\p{N}%‰€£$§°&@+?]/gu) ?? []).join('')

/** In composed form; `lʼESS` has an apostrophe, which Unicode counts as a letter. */
const plain = (text: string): string => withoutCodes(text).normalize('NFKC').replaceAll('\u02bc', '’')

/** Reads back a character that no font draws, printed as its code, « [U+1F600] », which a line may part anywhere. */
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
  const remaining = new Map<string, number>()
  for (const word of edition) remaining.set(word, (remaining.get(word) ?? 0) + 1)
  return source.filter(word => {
    const count = remaining.get(word) ?? 0
    remaining.set(word, count - 1)
    return count <= 0
  })
}

/** Letters of the shortest piece of a passage that a page cuts. */
const SHORTEST_PIECE = 4
/** Pieces of a passage at most. */
const MOST_PIECES = 4

/** The letters of the elements of an edition end to end, each free or claimed by one passage of the source. */
export function streamOf(elements: readonly string[]) {
  const stream = elements.join('')
  const claims = new Uint8Array(stream.length)
  const starts = new Set<number>()
  const ends = new Set<number>()
  const startsOf = new Map<string, number[]>()
  let length = 0
  for (const element of elements) {
    startsOf.set(element, [...(startsOf.get(element) ?? []), length])
    starts.add(length)
    length += element.length
    ends.add(length)
  }
  const isFree = (from: number, to: number) => !claims.subarray(from, to).includes(1)

  function* freePlaces(pattern: string, from: number, to: number): Generator<number> {
    for (let at = stream.indexOf(pattern, from); at >= 0 && at < to; at = stream.indexOf(pattern, at + 1))
      if (isFree(at, at + pattern.length)) yield at
  }

  type Piece = { at: number; length: number }

  /** Pieces of a passage that pages cut: each ends where an element does, and the next begins with a later one. */
  function piecesOf(pattern: string, from: number, to: number, most: number): Piece[] | null {
    const isFirst = most === MOST_PIECES
    for (const at of freePlaces(pattern, from, to))
      if (isFirst || starts.has(at)) return [{ at, length: pattern.length }]
    if (most === 1) return null
    for (const end of ends) {
      if (end <= from || end > to) continue
      for (let size = Math.min(pattern.length - 1, end - from); size >= SHORTEST_PIECE; size--) {
        const at = end - size
        if (!stream.startsWith(pattern.slice(0, size), at) || !isFree(at, end)) continue
        if (!isFirst && !starts.has(at)) continue
        const rest = piecesOf(pattern.slice(size), end, to, most - 1)
        if (rest) return [{ at, length: size }, ...rest]
      }
    }
    return null
  }

  return {
    /** Takes an element that is this passage and no more. Returns where it begins; null: there is none. */
    claimElement(pattern: string, from = 0, to = stream.length): number | null {
      const at = startsOf.get(pattern)?.find(at => at >= from && at < to && isFree(at, at + pattern.length))
      if (at !== undefined) claims.fill(1, at, at + pattern.length)
      return at ?? null
    },
    /** Takes the letters of a passage that begins from `from` and before `to`. Returns where; null: it is not there. */
    claim(pattern: string, from = 0, to = stream.length): number | null {
      const pieces = piecesOf(pattern, from, to, MOST_PIECES)
      for (const { at, length } of pieces ?? []) claims.fill(1, at, at + length)
      return pieces?.[0]?.at ?? null
    },
    /** Is a passage at one place only? */
    isSingle(pattern: string): boolean {
      const at = stream.indexOf(pattern)
      return at >= 0 && stream.indexOf(pattern, at + 1) < 0
    },
  }
}
