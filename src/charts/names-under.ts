import { greatest, type Lettering, least, texts } from './drawing.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Between two names, in mm. */
const apart = 1
const leading = 4

const months =
  /^(?:(janv)ier|(févr)ier|(avr)il|(juil)let|(sept)embre|(oct)obre|(nov)embre|(déc)embre)(?=$|[\s\u00a0])/iu

/** A month as calendars abbreviate it, in the author's case. */
const abbreviated = (name: string): string =>
  name.replace(months, (_, ...stems: unknown[]) => `${stems.find(stem => typeof stem === 'string')}.`)

type PlacedName = { left: number; right: number; lines: string[] }

/** Writes names under an axis: all; else all with months abbreviated; else every second, every third… counted from the last,
 *  always there. Only a word wider than the drawing is cut.
 *  @param xs place of each name, rising @returns `y`, the lower end, and the count of written names */
export function namesUnder(
  names: readonly string[],
  xs: readonly number[],
  { y, measure }: { y: number; measure: number },
  style: Lettering,
): { shapes: string; y: number; written: number } {
  const gap = least(
    xs.slice(1).map((x, index) => x - (xs[index] ?? 0)),
    measure,
  )
  const width = (words: string) => textWidth(words, style.face, style.size)
  const spellings = [names, names.map(abbreviated)].map(spelled => ({
    spelled,
    widest: spelled.map(name => greatest(name.split(/[ \n]+/).map(width))),
  }))

  /** Every `step`-th, from the last one back; null as soon as two of them touch. */
  const placed = ({ spelled, widest }: (typeof spellings)[number], step: number): PlacedName[] | null => {
    const all: PlacedName[] = []
    for (let at = names.length - 1; at >= 0; at -= step) {
      const room = Math.min(measure, Math.max(step * gap - 2, widest[at] ?? 0))
      const lines = wrapText(spelled[at] ?? '', style.face, style.size, room)
      const half = greatest(lines.map(width)) / 2
      const middle = Math.min(Math.max(xs[at] ?? 0, half), measure - half)
      const name = { left: middle - half, right: middle + half, lines }
      const after = all.at(-1)
      if (after && name.right + apart > after.left) return null
      all.push(name)
    }
    return all
  }

  let shown: PlacedName[] | null = null
  for (let step = 1; !shown && step <= names.length; step++)
    for (const spelling of spellings) shown ??= placed(spelling, step)
  const most = greatest(shown?.map(({ lines }) => lines.length) ?? [], 1)
  const shapes = (shown ?? [])
    .toReversed()
    .map(({ left, right, lines }) =>
      texts((left + right) / 2, y, lines, leading, { ...style, anchor: 'middle' }),
    )
  return { shapes: shapes.join(''), y: y + (most - 1) * leading + 1, written: shapes.length }
}
