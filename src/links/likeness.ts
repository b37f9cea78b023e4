/** What two texts are compared by. */
export type Trace = {
  /** Letters and figures alone, without accents or case: a line end, a hyphen or a quotation mark makes no difference. */
  letters: string
  /** Its figures in order: « n° 5 » and « n° 9 » are two documents, whatever stands around them. */
  figures: string
  /** Each pair of neighbouring letters → how often it stands there. */
  pairs: ReadonlyMap<string, number>
}

export function traceOf(text: string): Trace {
  const letters = lettersOf(text)
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = letters.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { letters, figures: letters.replace(/\P{N}/gu, ''), pairs }
}

/** Compatibility forms too: a PDF may hold « ﬁ » as one sign. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** From 0 to 1, which is the same letters: the share of pairs of letters that both have (Dice). 0 when their figures differ. */
export function likeness(one: Trace, other: Trace): number {
  if (one.letters === other.letters) return one.letters === '' ? 0 : 1
  if (one.figures !== other.figures) return 0
  const [few, many] = one.pairs.size <= other.pairs.size ? [one, other] : [other, one]
  let common = 0
  for (const [pair, count] of few.pairs) common += Math.min(count, many.pairs.get(pair) ?? 0)
  const all = Math.max(1, one.letters.length + other.letters.length - 2)
  return (2 * common) / all
}
