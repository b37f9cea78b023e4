import { type Lettering, text } from './drawing.ts'
import { textWidth } from './text-width.ts'

/** Room for figures, and the height of the axis, in mm. */
export type Plot = { left: number; right: number; top: number; bottom: number; axis: number }

type CurvePoint = readonly [x: number, y: number]
type LabelBox = { left: number; right: number; top: number; bottom: number }

/** Half a line and the white beside it; a mark and the white around it. */
const clear = { line: 0.6, mark: 1.4 } as const

/** Places the figures of one line's points, above or below, straight or aside, clear of the line and of each other. The last
 *  is always there, then the greatest and the least, then others with room.
 *  @param points from left to right */
export function figuresAlong(
  points: readonly CurvePoint[],
  words: readonly string[],
  plot: Plot,
  style: Lettering,
): { shapes: string; written: number } {
  const placed = new Map<number, LabelBox>()
  for (const at of byWeight(points)) {
    const boxes = placesAround(
      points,
      at,
      textWidth(words[at] ?? '', style.face, style.size),
      style.size,
    ).map(box => within(box, plot))
    const free = boxes.find(box => isFree(box, at))
    const box = free ?? (at === points.length - 1 ? boxes[0] : undefined)
    if (box) placed.set(at, box)
  }
  const inOrder = [...placed].sort(([one], [other]) => one - other)
  const shapes = inOrder.map(([at, { left, right, bottom }]) =>
    text((left + right) / 2, bottom, words[at] ?? '', { ...style, anchor: 'middle' }),
  )
  return { shapes: shapes.join(''), written: placed.size }

  function isFree(box: LabelBox, at: number): boolean {
    if (
      box.top < plot.top ||
      box.bottom > plot.bottom ||
      (box.top < plot.axis && box.bottom > plot.axis - 0.5)
    )
      return false
    for (const other of placed.values()) if (touch(grown(box, 0.5), other)) return false
    return !isCrossed(points, at, box)
  }
}

/** The last point, the highest, the lowest, then all others. */
function byWeight(points: readonly CurvePoint[]): Set<number> {
  const extreme = (isMore: (y: number, best: number) => boolean) =>
    points.reduce((best, [, y], at) => (isMore(y, points[best]?.[1] ?? 0) ? at : best), 0)
  return new Set([
    points.length - 1,
    extreme((y, best) => y < best),
    extreme((y, best) => y > best),
    ...points.keys(),
  ])
}

/** Straight above and straight below; then on the sides that the line leaves free where it rises or falls. */
function placesAround(points: readonly CurvePoint[], at: number, width: number, size: number): LabelBox[] {
  const [x, y] = points[at] ?? [0, 0]
  const rises = (points[at + 1]?.[1] ?? y) - (points[at - 1]?.[1] ?? y) < 0
  const high = size * 0.7
  const box = (left: number, bottom: number): LabelBox => ({
    left,
    right: left + width,
    top: bottom - high,
    bottom,
  })
  const [above, below] = [y - 2, y + 2 + high]
  const [before, after] = [x - width - 0.7, x + 0.7]
  const aside = rises
    ? [box(before, y - 1.3), box(after, y + 1.3 + high), box(after, y - 1.3), box(before, y + 1.3 + high)]
    : [box(after, y - 1.3), box(before, y + 1.3 + high), box(before, y - 1.3), box(after, y + 1.3 + high)]
  return [box(x - width / 2, above), box(x - width / 2, below), ...aside]
}

/** Moved so that it leaves the plot on neither side. */
function within(box: LabelBox, { left, right }: Plot): LabelBox {
  const move = Math.max(left - box.left, 0) + Math.min(right - box.right, 0)
  return { ...box, left: box.left + move, right: box.right + move }
}

/** Tells of a box crossed by the line, or by the mark of another point. Looks at the segments from the own point outwards. */
function isCrossed(points: readonly CurvePoint[], own: number, box: LabelBox): boolean {
  const lines = grown(box, clear.line)
  const marks = grown(box, clear.mark)
  for (const step of [-1, 1]) {
    for (let at = own; ; at += step) {
      const [from, to] = [points[at], points[at + step]]
      if (!from || !to) break
      if (crosses(from, to, lines) || isWithin(to, marks)) return true
      if (step < 0 ? to[0] < marks.left : to[0] > marks.right) break
    }
  }
  return isWithin(points[own] ?? [0, 0], grown(box, 0.5))
}

const grown = ({ left, right, top, bottom }: LabelBox, by: number): LabelBox => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
})

const touch = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const isWithin = ([x, y]: CurvePoint, { left, right, top, bottom }: LabelBox): boolean =>
  x > left && x < right && y > top && y < bottom

/** Tells of a segment that runs through a box: its part between the sides of the box is level with the box. */
function crosses(from: CurvePoint, to: CurvePoint, { left, right, top, bottom }: LabelBox): boolean {
  const [[x1, y1], [x2, y2]] = from[0] <= to[0] ? [from, to] : [to, from]
  if (x2 < left || x1 > right) return false
  const at = (x: number) => (x2 === x1 ? y1 : y1 + ((x - x1) / (x2 - x1)) * (y2 - y1))
  const [a, b] = [at(Math.max(x1, left)), at(Math.min(x2, right))]
  return Math.max(a, b) > top && Math.min(a, b) < bottom
}
