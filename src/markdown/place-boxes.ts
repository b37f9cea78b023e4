/** A row of a page on a wide screen: the HTML of its text, of its boxes, and whether it takes the whole measure. */
export type Row = { texte: string; marges: readonly string[]; plein: boolean }

/** Letters in a line of the text and of a box beside it, heights of their lines and of what stands between two of their blocks, in px:
 *  the measures of styles/web. */
const text = { letters: 70, line: 28, gap: 12 }
const box = { letters: 32, line: 25, gap: 10, frame: 84 }

/** Between two rows, between two boxes. */
const ROWS = 48
const BOXES = 28

/** A box may end so far below the text that stands beside it. */
const OVERHANG = 40

/** Which rows have their boxes under their text, where beside it they would leave a hole: text and boxes are two streams, and a text
 *  passes beside a long box, but no text begins above a box that comes before it. Heights are reckoned from the letters. */
export function boxesBelow(rows: readonly Row[]): boolean[] {
  let top = 0
  let boxEnd = 0
  return rows.map((row, index) => {
    const height = heightOf(row.texte, text)
    const start = Math.max(top, boxEnd)
    const boxes = row.marges.reduce((sum, one) => sum + heightOf(one, box) + box.frame + BOXES, 0)
    const bottom = top + height
    // A row of the whole measure, and several boxes under their text, wait for the end of a box.
    const stop = rows.findIndex(({ plein, marges }, at) => at > index && (plein || marges.length > 1))
    const following = rows.slice(index + 1, stop < 0 ? undefined : rows[stop]?.plein ? stop : stop + 1)
    const room = following.reduce((sum, { texte }) => sum + ROWS + heightOf(texte, text), bottom)
    const beside =
      boxes > 0 && !row.plein && start < bottom - 2 * text.line && start + boxes < room + OVERHANG
    if (beside) boxEnd = start + boxes
    const below = boxes > 0 && !beside && row.texte !== ''
    top = bottom + ROWS + (below ? (row.marges.length > 1 ? boxes / row.marges.length : boxes / 2) : 0)
    if (row.plein) boxEnd = Math.max(boxEnd, top)
    return below
  })
}

function heightOf(html: string, { letters, line, gap }: typeof text): number {
  return html
    .split(/<\/(?:p|li|h\d|div|dt|dd|tr)>/)
    .map(block => block.replace(/<[^>]*>/g, '').trim())
    .filter(block => block !== '')
    .reduce((sum, block) => sum + Math.ceil(block.length / letters) * line + gap, 0)
}
