import type { Gap } from './align.ts'
import { type Edits, editContent } from './edit-content.ts'
import type { Sheet } from './sheets.ts'
import { keyOfPiece, type Piece, type Tag } from './structure.ts'

export type Marking = {
  /** The structure that the pages are marked for. */
  document: Tag
  /** Ends of lines between two words. */
  gaps: readonly Gap[]
  /** Pieces after which a word ends that goes on with another page's. */
  seams: readonly Piece[]
  area: Edits['area']
}

/** Marks the contents of all pages anew, each piece under its tag's name, with a space between any two words of a block. */
export function rewriteMarks(sheets: readonly Sheet[], { document, gaps, seams, area }: Marking): void {
  const holders = holdersOf(document)
  const spaces: Edits['spaces'][number][][] = sheets.map(() => [])
  for (const { before, after, sequence, letter } of gaps)
    if (holders.get(keyOfPiece(before))?.block === holders.get(keyOfPiece(after))?.block)
      spaces[before.page]?.push({ sequence, letter })
  for (const { page, id } of seams) {
    const sequence = sheets[page]?.sequences.get(id)
    if (sequence && !/\s$/.test(sequence.text))
      spaces[page]?.push({ sequence, letter: sequence.text.length - 1 })
  }
  for (const [page, sheet] of sheets.entries()) {
    const nameOf = (id: number) => holders.get(keyOfPiece({ page, id }))?.tag.role
    const edits = { nameOf, spaces: spaces[page] ?? [], area }
    sheet.write(editContent(sheet.bytes, sheet.content, edits))
  }
}

/** Which tag each piece is in, and which block: the nearest tag that is not inside a line. */
function holdersOf(document: Tag): Map<number, { tag: Tag; block: Tag }> {
  const holders = new Map<number, { tag: Tag; block: Tag }>()
  const walk = (tag: Tag, block: Tag) => {
    for (const kid of tag.kids) {
      if (kid.kind === 'piece') holders.set(keyOfPiece(kid), { tag, block })
      if (kid.kind === 'tag') walk(kid, /^(?:Span|Link|Strong|Em|Reference)$/.test(kid.role) ? block : kid)
    }
  }
  walk(document, document)
  return holders
}
