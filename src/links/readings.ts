/** A link of a document: its address, the words that it covers, and where. */
export type Covered = {
  url: string
  words: string
  /** From 1; null where a document has no pages. */
  page: number | null
  /** Left, bottom, right, top in pt; null likewise. */
  box: readonly [number, number, number, number] | null
}

/** Links of one address that may be one link which a line, a column or a page cuts. */
export type Reading = { covered: readonly Covered[]; url: string; words: string; page: number | null }

/** A title over more lines than that is cut by nobody. */
const PIECES = 3
/** Of more links with one address, neighbours alone are put together. */
const FEW = 12

/** Every way to read the links of a document: each alone, and pieces of one address together in the order of reading,
 *  whatever order the document lists them in. */
export function readingsOf(links: readonly Covered[]): Reading[] {
  const byAddress = new Map<string, Covered[]>()
  for (const link of links.toSorted(byPlace))
    byAddress.set(link.url, [...(byAddress.get(link.url) ?? []), link])
  return [...byAddress].flatMap(([url, pieces]) =>
    combinations(pieces).map(covered => ({
      covered,
      url,
      words: covered.map(({ words }) => words).join(' '),
      page: covered[0]?.page ?? null,
    })),
  )
}

function combinations(pieces: readonly Covered[]): Covered[][] {
  const sequences: Covered[][] = []
  const extend = (taken: Covered[], from: number) => {
    for (let at = from; at < pieces.length; at++) {
      const [piece, last] = [pieces[at], taken.at(-1)]
      if (!piece || (last && !follows(last, piece))) continue
      const more = [...taken, piece]
      sequences.push(more)
      if (more.length < PIECES) extend(more, at + 1)
      if (last && pieces.length > FEW) break
    }
  }
  extend([], 0)
  return sequences
}

/** On the same page or the next, and not laid over it: a link that a document has twice is no second line. */
function follows(one: Covered, other: Covered): boolean {
  if (one.page === null || other.page === null || !one.box || !other.box) return false
  if (other.page !== one.page) return other.page === one.page + 1
  const [left, bottom, right, top] = one.box
  const [x1, y1, x2, y2] = other.box
  const height = Math.max(1, Math.min(top - bottom, y2 - y1))
  return !(
    Math.min(right, x2) - Math.max(left, x1) > 1 && Math.min(top, y2) - Math.max(bottom, y1) > height / 2
  )
}

function byPlace(one: Covered, other: Covered): number {
  if (one.page !== other.page) return (one.page ?? 0) - (other.page ?? 0)
  if (!one.box || !other.box) return 0
  return other.box[3] - one.box[3] || one.box[0] - other.box[0]
}
