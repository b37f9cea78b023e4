import { type Kid, type Piece, piecesOf, type Tag } from './structure.ts'

/** Joins what the end of a page or of a column cuts: the second half of a paragraph, a list, a row, goes on where the first ended. A half
 *  whose other half is not certain stays apart.
 *  @param kids in document order, changed in place
 *  @returns pieces after which a word ends that nothing drawn separates from the next page's first */
export function join(kids: Kid[]): Piece[] {
  const seams: Piece[] = []
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

/** The tag that `half` goes on: the last before it; of two columns that a page cuts, the one of the same kind. */
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
