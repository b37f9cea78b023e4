import type { Token } from 'markdown-it'
import { columns, line } from '../page-plan.ts'
import type { Report } from './block.ts'
import { textWidth } from './charts/text-width.ts'
import { shareColumns } from './share-columns.ts'
import { typographChildren } from './typography/tokens.ts'

/** Where print sets a table at the widest, in mm: across the page, or in a box that runs across it; and the space between its columns. */
const ROOM = {
  page: { width: columns.page, gap: 4, size: 3.175 },
  box: { width: columns.page - 2 * line, gap: 2, size: 3.351 },
} as const
/** The advances of `textWidth` are rounded up to hundredths of an em: by a little more than so much at the mean. */
const ROUNDED = 0.004
/** Words that a message names. */
const NAMED = 3

// A line ends at a space that is no no-break space, and after a hyphen, a dash or a mark.
const ending = /[-–—?…]$/
const pieces = / |[^ ?…–—-]*[?…–—-]+|[^ ?…–—-]+/g

type Word = { text: string; width: number }

/** Tells of a table whose words have no room beside each other on paper, and which of them will be cut.
 *  @param opening where it begins
 *  @param place what it stands in */
export function checkTableWidth(
  tokens: readonly Token[],
  opening: number,
  place: keyof typeof ROOM,
  report: Report,
): void {
  const { width, gap, size } = ROOM[place]
  const longest: Word[] = []
  let column = 0
  let head: Token | undefined
  for (let at = opening; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || token.type === 'table_close') break
    if (token.type === 'tr_open') column = 0
    if (token.type !== 'inline') continue
    head ??= token
    const word = longestOf(token, tokens[at - 1]?.type === 'th_open', size)
    if (word.width >= (longest[column]?.width ?? 0)) longest[column] = word
    column++
  }
  const least = longest.map(word => word.width + gap)
  const room = width + gap
  if (!head || least.reduce((sum, one) => sum + one, 0) <= room) return
  const shares = shareColumns(least, least, room)
  const cut = longest.filter((_, index) => (least[index] ?? 0) > (shares[index] ?? 0) + 0.3)
  const named = cut.slice(0, NAMED).map(({ text }) => text)
  report('signes-perdus', head, 0, {
    trouve: named.join(', ') + (cut.length > NAMED ? '…' : ''),
    cause: `sur le papier, les ${longest.length} colonnes de ce tableau n’ont que ${width} mm, et ${cut.length > 1 ? 'ces mots seront coupés' : 'ce mot sera coupé'} où la place manque`,
    remede: 'moins de colonnes, ou des mots plus courts',
  })
}

/** The widest piece of a cell between two places where a line may end. */
function longestOf(cell: Token, head: boolean, size: number): Word {
  let longest: Word = { text: '', width: 0 }
  let word: Word = longest
  let bold = head ? 1 : 0
  let whole = false
  const end = () => {
    if (word.width > longest.width) longest = word
    word = { text: '', width: 0 }
  }
  for (const child of typographChildren(cell.children ?? [])) {
    if (child.type === 'strong_open') bold++
    if (child.type === 'strong_close') bold--
    if (child.type.startsWith('insecable_')) whole = child.nesting === 1
    if (child.type === 'softbreak' || child.type === 'hardbreak') end()
    if (child.type !== 'text' && child.type !== 'code_inline') continue
    const face = bold > 0 ? 'demi' : 'texte'
    for (const [piece] of child.content.matchAll(whole ? / |[^ ]+/g : pieces)) {
      if (piece === ' ') end()
      else {
        const width = textWidth(piece, face, size) - ROUNDED * piece.length * size
        word = { text: word.text + piece, width: word.width + width }
        if (!whole && ending.test(piece)) end()
      }
    }
  }
  end()
  return longest
}
