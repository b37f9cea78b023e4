/** A row of a page on a wide screen: the HTML of its text, of its boxes, and whether it takes the whole measure. */
export type Row = { texte: string; marges: readonly string[]; plein: boolean }

/** Letters in a line of the text, of the opening and of a box beside them, heights of their lines and of what stands between two of
 *  their blocks, in px: fitted to what a browser makes of styles/web (of the kit's fiches, within 30 px). */
const text = { letters: 70, line: 28, gap: 14 }
const opening = { letters: 47, line: 36, gap: 0 }
const box = { letters: 37, line: 25, gap: 14, frame: 36 }

/** Between two rows, between two boxes. */
const ROWS = 48
const BOXES = 28

/** A box may end so far below the text that stands beside it. */
const OVERHANG = 40

/** Where the boxes of a row stand: beside its text; under it, across the whole measure; under it, beside a box that comes before and
 *  reaches far down. */
export type BoxPlace = 'beside' | 'below' | 'below-narrow'

/** Where the boxes of each row leave no hole: text and boxes are two streams, and a text passes beside a long box, but no text begins
 *  above a box that comes before it. Heights are reckoned from the letters. */
export function placeBoxes(rows: readonly Row[]): BoxPlace[] {
  let top = 0
  let boxEnd = 0
  const heights = rows.map(({ texte }) => heightOf(texte, text))
  return rows.map((row, index) => {
    const height = heights[index] ?? 0
    const start = Math.max(top, boxEnd)
    const boxes = row.marges.reduce((sum, one) => sum + heightOf(one, box) + box.frame + BOXES, 0)
    const bottom = top + height
    const beside =
      boxes > 0 && !row.plein && start < bottom - 2 * text.line && hasRoom(index, bottom, start + boxes)
    if (beside) boxEnd = start + boxes
    const below = boxes > 0 && !beside && row.texte !== ''
    const measure = row.marges.length > 1 ? boxes / row.marges.length : boxes / 2
    // Waiting for the end of a box leaves a hole too: a small one is better than one beside the whole height.
    const narrow = below && row.marges.length === 1 && boxEnd - bottom > 0.6 * measure
    top = (below && !narrow ? Math.max(bottom, boxEnd) : bottom) + ROWS + (below ? measure : 0)
    if (row.plein) boxEnd = Math.max(boxEnd, top)
    if (!below) return 'beside'
    return narrow ? 'below-narrow' : 'below'
  })

  /** Whether the texts from `bottom` on reach down to the end of a box. A row of the whole measure, and several boxes under their
   *  text, wait for that end. */
  function hasRoom(index: number, bottom: number, end: number): boolean {
    let room = bottom
    for (let at = index + 1; end >= room + OVERHANG; at++) {
      const row = rows[at]
      if (!row || row.plein || (at > index + 1 && (rows[at - 1]?.marges.length ?? 0) > 1)) return false
      room += ROWS + (heights[at] ?? 0)
    }
    return true
  }
}

function heightOf(html: string, measure: typeof text): number {
  return html
    .split(/<\/(?:p|li|h\d|div|dt|dd|tr)>/)
    .map(block => ({
      words: block.replace(/<[^>]*>/g, '').trim(),
      measure: block.includes('class="chapo"') ? opening : measure,
    }))
    .filter(({ words }) => words !== '')
    .reduce(
      (sum, { words, measure: { letters, line, gap } }) =>
        sum + Math.ceil(words.length / letters) * line + gap,
      0,
    )
}
