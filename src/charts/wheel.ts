import { wordFor } from '../problems/index.ts'
import { type Couleurs, columns } from '../text/index.ts'
import { type ChartDrawing, figure, line, n, path, pictogram, text, texts } from './drawing.ts'
import { wrapText } from './text-width.ts'

const measure: number = columns.page
const cx = measure / 2
const name = { face: 'texte', size: 3.53 } as const
const lineHeight = 4.3
const nameGap = 1.8
/** Distance from the ring at which a leader turns. */
const turn = 1.8
/** Above and below: a name may stand at the very top, under the block's own title. */
const margin = 1.8

type WheelSegment = { name: string; picto: string | null }

/** The wheel: equal segments in solid and mid, the count in the centre, names outside on leader lines, clockwise from
 *  noon. The first half is on the right, the other half on the left, from the bottom up. */
export function wheel(segments: readonly WheelSegment[], colours: Couleurs): ChartDrawing {
  const count = segments.length
  // Icons of 5.2 mm need a segment that is wider than they are.
  const radius = Math.max(25, (count * 8.2) / (2 * Math.PI) + 5.8)
  const hole = radius - 11.6
  const side = cx - radius - 9
  const right = Math.ceil(count / 2)
  const labels = segments.map((segment, index) => {
    const angle = ((index + 0.5) / count) * 2 * Math.PI
    return { ...segment, index, angle, lines: wrapText(segment.name, name.face, name.size, side) }
  })
  const columns = [labels.slice(0, right), labels.slice(right).toReversed()]
  const room = Math.max(...columns.map(column => heightOf(column)), 2 * radius + 2) + 2 * margin
  const cy = room / 2

  let shapes = labels
    .map(({ index, angle, picto }) => segment(index, count, { angle, picto }, { radius, hole, cy }, colours))
    .join('')
  for (const [at, column] of columns.entries())
    shapes += names(column, at === 0 ? 1 : -1, { radius, cy, room }, colours)
  shapes += text(cx, cy + 1, String(count), {
    ...figure,
    size: 10,
    fill: colours.solid,
    anchor: 'middle',
  })
  shapes += text(cx, cy + 6.2, wordFor(count, 'domaine'), {
    face: 'demi',
    size: 3.53,
    fill: colours.texte,
    anchor: 'middle',
  })
  return { measure, depth: room, shapes }
}

type Label = { name: string; index: number; angle: number; lines: string[]; picto: string | null }

function heightOf(column: readonly Label[]): number {
  return column.reduce((sum, { lines }) => sum + lines.length * lineHeight + nameGap, 0)
}

function segment(
  index: number,
  count: number,
  { angle, picto }: { angle: number; picto: string | null },
  { radius, hole, cy }: { radius: number; hole: number; cy: number },
  colours: Couleurs,
): string {
  const half = Math.PI / count
  const last = index === count - 1 && count % 2 === 1 && count > 1
  const paint = {
    fill: last ? colours.deep : index % 2 === 0 ? colours.solid : colours.mid,
    stroke: colours.papier,
    width: 0.5,
    className: last ? 'serie-5' : index % 2 === 0 ? 'serie-1' : 'serie-4',
  }
  const middle = (radius + hole) / 2
  const [x, y] = [cx + middle * Math.sin(angle), cy - middle * Math.cos(angle)]
  const mark =
    picto === null
      ? text(x, y + 1.7, String(index + 1), {
          face: 'figure',
          size: 4.94,
          fill: colours.papier,
          anchor: 'middle',
        })
      : pictogram(x, y, 5.2, picto, colours.papier)
  return arc(angle - half, angle + half, { radius, hole, cy }, paint) + mark
}

function arc(
  from: number,
  to: number,
  { radius, hole, cy }: { radius: number; hole: number; cy: number },
  paint: Parameters<typeof path>[1],
): string {
  // An arc cannot end where it began: a ring of one segment is two halves.
  if (to - from > 6.28) {
    const middle = (from + to) / 2
    return arc(from, middle, { radius, hole, cy }, paint) + arc(middle, to, { radius, hole, cy }, paint)
  }
  const point = (angle: number, r: number) => `${n(cx + r * Math.sin(angle))} ${n(cy - r * Math.cos(angle))}`
  const large = to - from > Math.PI ? 1 : 0
  return path(
    `M${point(from, radius)}A${n(radius)} ${n(radius)} 0 ${large} 1 ${point(to, radius)}L${point(to, hole)}A${n(hole)} ${n(hole)} 0 ${large} 0 ${point(from, hole)}z`,
    paint,
  )
}

/** One side's names, evenly spread over the height of the ring, or over all the room when they need it. */
function names(
  column: readonly Label[],
  direction: 1 | -1,
  { radius, cy, room }: { radius: number; cy: number; room: number },
  colours: Couleurs,
): string {
  const free = room - 2 * margin - heightOf(column)
  const gap = column.length > 1 ? free / (column.length - 1) : 0
  let top = margin + (column.length > 1 ? 0 : free / 2)
  return column
    .map(({ angle, lines }) => {
      const height = lines.length * lineHeight
      const y = top + nameGap / 2 + height / 2
      top += height + nameGap + gap
      const point = (r: number): [number, number] => [cx + r * Math.sin(angle), cy - r * Math.cos(angle)]
      const elbow = cx + direction * (radius + 4.5)
      const end = cx + direction * (radius + 7)
      const anchor = direction === 1 ? 'start' : 'end'
      return (
        line(
          [
            // Straight out of the middle of its segment, before it runs along the ring.
            point(radius),
            point(radius + turn),
            [elbow, y],
            [end, y],
          ],
          { stroke: colours.solid, width: 0.22, className: 'filet' },
        ) +
        texts(cx + direction * (radius + 8.2), y - height / 2 + lineHeight * 0.74, lines, lineHeight, {
          ...name,
          fill: colours.texte,
          anchor,
        })
      )
    })
    .join('')
}
