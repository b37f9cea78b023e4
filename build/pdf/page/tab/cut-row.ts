import type { Cut } from './press.ts'

/** Runs in the tab. What to do with a row whose margin does not fit the rest of the page: cut both columns there, each at
 *  its own line; or move the box that does not fit, into the margin of the next page or to full measure; or move the whole
 *  row; whatever leaves the smallest hole.
 *
 *  Paged.js knows one cut, in document order, and the margin stands first in the source: left alone it would push the
 *  whole text with the first box that does not fit. The row is therefore split in the source, as if it had been written
 *  in two, and the cut falls between the halves.
 *  @returns where the page ends and the next one begins, or undefined when the row is no such row */
export function cutRow(overflow: Range, rendered: Element, source: DocumentFragment): Cut | undefined {
  const { press } = window
  const never = Number.POSITIVE_INFINITY
  const MM = 96 / 25.4
  const LINE = 4.5 * MM
  /** What each way is worth in room: two pieces are better than a hole of this height. */
  const COST = { cut: 20 * MM, box: 15 * MM, wide: 30 * MM, wideAlone: 20 * MM }
  /** A piece is a label, a place, a title and some lines, or some lines. */
  const LEAST_PIECE = 34 * MM
  const LEAST_LETTERS = 120

  const start = overflow.startContainer
  const marge = (start instanceof Element ? start : start.parentElement)?.closest('.marge')
  const row = marge?.parentElement
  if (!marge || !row) return undefined
  const area = (rendered.parentElement ?? rendered).getBoundingClientRect()
  const texte = row.querySelector(':scope > .texte')
  const boxes = [...marge.children]
  const index = boxes.findIndex(one => [...one.getClientRects()].some(({ left }) => left >= area.right))
  const box = boxes[index]
  if (!box) return undefined

  const texteCut = texte && press.columnCut(texte, area.right, area.bottom + 1)
  const announced = texteCut && press.startOfHeading(texteCut, texte)
  if (announced) texteCut.setStartBefore(announced)
  const keptText = texteCut ? letters(texte, texteCut) : letters(texte)
  const speaks = keptText - letters(texte?.querySelector(':scope > h3') ?? null) > LEAST_LETTERS
  const textRest = texteCut ? height(texte, true) : 0

  const before = row.previousElementSibling
  const first = before?.matches('h2') ? before : row
  const onTop = !isAfterText(first)
  const boxesRest = boxes.slice(index).reduce((sum, one) => sum + height(one, false) + height(one, true), 0)
  const piece = pieceOf(box)
  /** Room left empty beside a margin longer than the rest of its text. */
  const hole = (rest: number) => Math.max(0, rest - textRest)
  const costs = {
    row: onTop ? never : area.bottom - first.getBoundingClientRect().top,
    cut: piece && (speaks || onTop) ? COST.cut + hole(boxesRest - piece.kept) : never,
    box: index > 0 || speaks ? COST.box + hole(boxesRest) : never,
    wide:
      speaks && boxes.slice(index).every(press.canBeWide)
        ? COST.wide + (textRest > 0 ? 0 : COST.wideAlone)
        : never,
  }
  const least = Math.min(...Object.values(costs))
  if (least === never) return undefined
  if (costs.row === least) return { rendered: first, source: sourceOf(first) }

  const margeCut = piece && costs.cut === least ? piece.cut : document.createRange()
  if (costs.cut !== least) margeCut.setStartBefore(box)
  const half = press.splitRow(row, margeCut, texteCut, source)
  if (costs.wide === least) press.widen(half, 0)
  // The page loses what goes to the next one: the margin's rest here, everything after the text's cut by Paged.js.
  margeCut.setEnd(marge, marge.childNodes.length)
  margeCut.deleteContents()
  const end = document.createRange()
  if (texteCut) end.setStart(texteCut.startContainer, texteCut.startOffset)
  else end.setStartAfter(texte ?? marge)
  return { rendered: end, source: half }

  /** Where a box can be cut so that both pieces are worth it: at the foot of the page or some lines higher. */
  function pieceOf(cutBox: Element): { cut: Range; kept: number } | undefined {
    for (const lines of [0, 2, 4, 6]) {
      const cut = press.columnCut(cutBox, area.right, area.bottom + 1 - lines * LINE)
      const kept = height(cutBox, false) - lines * LINE
      if (!cut || kept < LEAST_PIECE) return undefined
      const here = letters(cutBox, cut)
      if (here > LEAST_LETTERS && letters(cutBox) - here > LEAST_LETTERS) return { cut, kept }
    }
    return undefined
  }

  /** Height of an element on this page or on the next. */
  function height(element: Element | null, next: boolean): number {
    const parts = [...(element?.getClientRects() ?? [])].filter(({ left }) => left >= area.right === next)
    return parts.reduce((sum, part) => sum + part.height, 0)
  }

  /** Letters of an element, all of them or those before a cut. */
  function letters(element: Element | null, cut?: Range): number {
    if (!element) return 0
    const range = document.createRange()
    range.selectNodeContents(element)
    if (cut) range.setEnd(cut.startContainer, cut.startOffset)
    return range.toString().length
  }

  function isAfterText(element: Element): boolean {
    const range = document.createRange()
    range.setStart(rendered, 0)
    range.setEndBefore(element)
    return range.toString().trim() !== ''
  }

  function sourceOf(element: Element): Element {
    const found = source.querySelector(`[data-ref="${element.getAttribute('data-ref')}"]`)
    if (!found) throw new Error('a rendered element without source')
    return found
  }
}
