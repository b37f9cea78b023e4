import type { Mark } from '../print/marks.ts'
import type { Stretch } from './align.ts'
import type { Kid, Piece, Tag } from './structure.ts'

/** What stands on a page, ready to become a tree. */
export type PageParts = {
  /** Marks of the page in document order, with their numbers. */
  marks: [number: number, mark: Mark][]
  /** Pieces with letters in document order, and where they stand in the page's text. */
  words: { piece: Piece; stretch: Stretch }[]
  /** Mark → what belongs to it and has no place in the text: drawings, fields of links, numbers of list items. */
  belongings: ReadonlyMap<number, Kid[]>
}

/** The tree of a page: every mark a tag, every piece in the innermost mark around it.
 *  @param tags filled: the tag of each mark
 *  @returns what stands at the top */
export function plant({ marks, words, belongings }: PageParts, tags: Map<number, Tag>): Kid[] {
  const tops: Kid[] = []
  const open: { tag: Tag; end: number }[] = []
  let next = 0

  const openUntil = (offset: number) => {
    for (let entry = marks[next]; entry && entry[1].start <= offset; entry = marks[next]) {
      const [number, mark] = entry
      next++
      const tag: Tag = { kind: 'tag', role: mark.tag, kids: [], mark }
      tag.kids.push(...(belongings.get(number) ?? []))
      tags.set(number, tag)
      const parent = mark.parent === undefined ? undefined : tags.get(mark.parent)
      ;(parent?.kids ?? tops).push(tag)
      if (mark.end > mark.start) open.push({ tag, end: mark.end })
    }
  }
  for (const { piece, stretch } of words) {
    openUntil(stretch.start)
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= stretch.start) open.pop()
    ;(open.at(-1)?.tag.kids ?? tops).push(piece)
  }
  openUntil(Number.POSITIVE_INFINITY)
  return tops
}
