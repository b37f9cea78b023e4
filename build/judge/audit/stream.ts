import { wordsOf } from './words.ts'

/** The words of the edition's elements end to end, each letter free or taken. */
export function streamOf(elements: readonly string[], by: 'mots' | 'lettres') {
  const gap = by === 'mots' ? 1 : 0
  /** Where each element begins and ends; elements without words begin nowhere. */
  const ends = new Map<number, number>()
  const words: string[] = []
  const placesOfWord = new Map<string, number[]>()
  let length = gap
  for (const element of elements) {
    const start = length
    for (const word of wordsOf(element)) {
      words.push(word)
      const places = placesOfWord.get(word)
      if (places) places.push(length - gap)
      else placesOfWord.set(word, [length - gap])
      length += word.length + gap
    }
    if (length > start) ends.set(start, length - gap)
  }
  const bounds = new Set([...ends.keys(), ...ends.values()])
  const stream = gap ? ` ${words.join(' ')} ` : words.join('')
  const taken = new Uint8Array(stream.length)
  const isFree = (from: number, to: number) => taken.subarray(from, to).every(mark => mark === 0)

  type Fits = (start: number, end: number) => boolean
  const anywhere: Fits = () => true
  const atHead: Fits = start => bounds.has(start)
  const asElements: Fits = (start, end) => bounds.has(start) && bounds.has(end)
  /** « Un ? 10 », a title, must not take the place of a cell « Un » and the next, « 10 ». */
  const asOneElement: Fits = (start, end) => ends.get(start) === end

  /** Where a pattern stands, one place after another. Words are found by the rarest of them: a long text would else be read once for each piece. */
  function* placesOf(pattern: string, from: number): Generator<number> {
    if (!gap) {
      for (let at = stream.indexOf(pattern, from); at >= 0; at = stream.indexOf(pattern, at + 1)) yield at
      return
    }
    const [{ word, places }] = pattern
      .trim()
      .split(' ')
      .map(word => ({ word, places: placesOfWord.get(word) ?? [] }))
      .sort((a, b) => a.places.length - b.places.length) as [{ word: string; places: number[] }]
    const offset = pattern.indexOf(` ${word} `)
    for (const place of places) {
      const at = place - offset
      if (at >= from && stream.startsWith(pattern, at)) yield at
    }
  }

  function freePlaceOf(pattern: string, fits: Fits, from = 0): number {
    for (const at of placesOf(pattern, from)) {
      const [start, end] = [at + gap, at + pattern.length - gap]
      if (fits(start, end) && isFree(start, end)) return at
    }
    return -1
  }

  /** Places of a pattern that ends with an element and goes on with a later one, at most `cuts` times; null when there are none. */
  function piecesOf(pattern: string, cuts: number, from = 0): { at: number; length: number }[] | null {
    const at = freePlaceOf(pattern, from === 0 ? anywhere : atHead, from)
    if (at >= 0) return [{ at, length: pattern.length }]
    if (cuts === 0 || gap) return null
    const first = pattern.charAt(0)
    for (let start = stream.indexOf(first, from); start >= 0; start = stream.indexOf(first, start + 1)) {
      if (from > 0 && !bounds.has(start)) continue
      for (const end of endsWithin(pattern, start)) {
        if (!isFree(start, end)) continue
        const rest = piecesOf(pattern.slice(end - start), cuts - 1, end)
        if (rest) return [{ at: start, length: end - start }, ...rest]
      }
    }
    return null
  }

  /** Where elements end up to which the stream says from `start` what the pattern begins with, the last first. */
  function endsWithin(pattern: string, start: number): number[] {
    const ends: number[] = []
    for (let at = start; at + 1 < start + pattern.length && pattern[at - start] === stream[at]; at++)
      if (bounds.has(at + 1)) ends.unshift(at + 1)
    return ends
  }

  return {
    /** Takes the letters of a pattern and tells where it begins; -1: it is not there. */
    claim(pattern: string): number {
      const pieces = piecesOf(pattern, pattern.length < SHORTEST_CUT ? 0 : CUTS)
      for (const { at, length } of pieces ?? []) taken.fill(1, at + gap, at + length - gap)
      return pieces?.[0]?.at ?? -1
    },
    /** The same of a pattern that is what whole elements say. */
    claimElements(pattern: string): number {
      const alone = freePlaceOf(pattern, asOneElement)
      const at = alone >= 0 ? alone : freePlaceOf(pattern, asElements)
      if (at >= 0) taken.fill(1, at + gap, at + pattern.length - gap)
      return at
    },
    /** Whether elements between two places say a pattern too, claimed or not. */
    holdsElements(pattern: string, from: number, to: number): boolean {
      for (const at of placesOf(pattern, from))
        if (at < to && asElements(at + gap, at + pattern.length - gap)) return true
      return false
    },
    /** What nobody claimed, as words again. */
    unclaimed(): string[] {
      const runs: string[] = []
      let open = false
      let at = gap
      for (const word of words) {
        const start = at
        const left = word
          .split('')
          .filter((_, index) => taken[start + index] === 0)
          .join('')
        at += word.length + gap
        if (left === '') open = false
        else if (open) runs[runs.length - 1] += ` ${left}`
        else {
          runs.push(left)
          open = true
        }
      }
      return runs
    },
  }
}

/** A piece stands on four pages at most. */
const CUTS = 3
/** In letters: no page cuts « 21 » in two, which the 2 of an item and a 10 would be by chance. */
const SHORTEST_CUT = 4
