/** Offset of the first character of each line of a text. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The way from an offset of `text` to its line and column, both from 1, in UTF-16 units as editors count. The parser's
 *  own counter loses lines where it stumbles. */
export function indexLines(text: string): (offset: number) => { line: number; column: number } {
  const starts = lineStarts(text)
  return offset => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
