import { type Dict, List } from '../object/values.ts'

/** The widths that a composite font announces, in thousandths of the size. @see ISO 32000-1 §9.7.4.3 */
export function readWidths(descendant: Dict): (code: number) => number {
  const number = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)
  const other = number(descendant.lookup('DW'))
  const widths = new Map<number, number>()
  const list = descendant.lookup('W')
  for (let index = 0; list instanceof List && index < list.size; ) {
    const first = number(list.lookup(index))
    const next = list.lookup(index + 1)
    if (next instanceof List) {
      for (let at = 0; at < next.size; at++) widths.set(first + at, number(next.lookup(at)))
      index += 2
    } else {
      for (let code = first; code <= number(next); code++) widths.set(code, number(list.lookup(index + 2)))
      index += 3
    }
  }
  return code => widths.get(code) ?? (Number.isNaN(other) ? 1000 : other)
}
