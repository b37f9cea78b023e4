import type { Mark } from '../../paper/index.ts'
import type { Sequence } from './read-content.ts'
import { type ContentPiece, type Kid, piecesOf, type Tag } from './structure.ts'

export type Spoken = { piece: ContentPiece; sequence: Sequence }

/** Place of a piece in the text of its page: its first letter and the end of its last. */
export type Stretch = { start: number; end: number }

/** A place between two words where nothing is drawn: the end of a line. */
export type Gap = { before: ContentPiece; after: ContentPiece; sequence: Sequence; letter: number }

export class WordsError extends Error {
  override readonly name = 'WordsError'
}

/** Signs that are no letters: white space in all its widths, and what only allows or forbids a cut. */
const blanks = new Uint8Array(65_536)
for (let code = 0; code < blanks.length; code++)
  if (/[\s\u00ad\u200b\u2060\ufeff]/.test(String.fromCharCode(code))) blanks[code] = 1

/** Reads the pieces of a page, in document order, against its text, letter by letter. @throws WordsError at the first that differs
 *  @returns where each piece stands, and the white space that is nowhere drawn */
export function align(spoken: readonly Spoken[], text: string): { stretches: Stretch[]; gaps: Gap[] } {
  const stretches: Stretch[] = []
  const gaps: Gap[] = []
  let at = 0
  let drawn = true
  let last: Spoken | null = null
  let lastLetter = 0
  for (const utterance of spoken) {
    const letters = utterance.sequence.text
    const stretch: Stretch = { start: -1, end: -1 }
    for (let letter = 0; letter < letters.length; letter++) {
      const code = letters.charCodeAt(letter)
      if (blanks[code] === 1) {
        drawn = true
        continue
      }
      const from = at
      while (blanks[text.charCodeAt(at)] === 1) at++
      if (text.charCodeAt(at) !== code)
        throw new WordsError(
          `« ${letters.slice(letter, letter + 20)} » au lieu de « ${text.slice(at, at + 20)} », après « ${text.slice(Math.max(0, from - 30), from)} »`,
        )
      if (at > from && !drawn && last)
        gaps.push({ before: last.piece, after: utterance.piece, sequence: last.sequence, letter: lastLetter })
      if (stretch.start < 0) stretch.start = at
      at++
      stretch.end = at
      drawn = false
      last = utterance
      lastLetter = letter
    }
    if (stretch.start < 0) stretch.start = stretch.end = at
    stretches.push(stretch)
  }
  while (blanks[text.charCodeAt(at)] === 1) at++
  if (at < text.length) throw new WordsError(`il manque « ${text.slice(at, at + 40).trim()} »`)
  return { stretches, gaps }
}

type PageParts = {
  /** Marks of the page in document order, with their numbers. */
  marks: [number: number, mark: Mark][]
  /** Pieces with letters in document order, and where they stand in the page's text. */
  words: { piece: ContentPiece; stretch: Stretch }[]
  /** Mark → what belongs to it and has no place in the text: drawings, fields of links, numbers of list items. */
  belongings: ReadonlyMap<number, Kid[]>
}

/** Makes the tree of a page: every mark a tag (noted in `tags`), every piece in the innermost mark around it. @returns its top */
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

/** Joins in place the halves cut by the end of a page or column; a half without a certain match stays apart. @returns pieces
 *  that end a word with no drawn space before the next page's first piece */
export function join(kids: Kid[]): ContentPiece[] {
  const seams: ContentPiece[] = []
  const joined: Kid[] = []
  for (const kid of kids) add(joined, kid)
  kids.splice(0, kids.length, ...joined)
  return seams

  function add(into: Kid[], kid: Kid): void {
    const first = kid.kind === 'tag' && kid.mark?.from ? otherHalf(into, kid) : undefined
    if (!first || kid.kind !== 'tag') {
      into.push(kid)
      // A column of the same page may cut what is in it.
      if (kid.kind === 'tag') for (const child of kid.kids.splice(0)) add(kid.kids, child)
      return
    }
    const last = piecesOf(first).at(-1)
    const goesOn = kid.kids[0]?.kind === 'piece' && first.kids.at(-1)?.kind === 'piece'
    // Within a page the space is found where the columns meet.
    const turns = last?.page !== piecesOf(kid)[0]?.page
    if (last && turns && goesOn && (first.mark?.spaced || kid.mark?.spaced)) seams.push(last)
    if (first.mark && kid.mark) {
      const apart = first.mark.spaced || kid.mark.spaced ? ' ' : ''
      const texts = [first.mark.text, kid.mark.text].filter(text => text !== undefined)
      const joined = {
        ...(texts.length > 0 && { text: texts.join(apart) }),
        ...(first.mark.lines && { lines: [...first.mark.lines, ...(kid.mark.lines ?? [])] }),
      }
      first.mark = { ...first.mark, to: kid.mark.to, spaced: kid.mark.spaced, ...joined } as typeof first.mark
    }
    for (const child of kid.kids) add(first.kids, child)
  }
}

/** Finds the tag that `half` continues: the last before it; of two columns cut by a page, the one of the same kind. */
function otherHalf(before: readonly Kid[], half: Tag): Tag | undefined {
  const tags = before.filter(kid => kid.kind === 'tag')
  const { suite } = half.mark ?? {}
  if (suite) return tags.findLast(({ mark }) => mark?.suite === suite)
  const column = columnOf(half)
  const last = column ? tags.slice(-2).findLast(tag => columnOf(tag) === column) : tags.at(-1)
  const [a, b] = [last?.mark, half.mark]
  return last && a && b && a.tag === b.tag && a.block === b.block && columnOf(last) === column
    ? last
    : undefined
}

const columnOf = ({ mark }: Tag) => mark?.classes.find(name => name === 'marge' || name === 'texte')
