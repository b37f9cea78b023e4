/** The ordered lists that are open while a source is read line by line. A list counts on from its first number, whatever its
 *  author types after it. @see CommonMark 5.3 */
export function openLists() {
  /** Last number of the list at each indent. */
  const last = new Map<number, number>()
  let quoted = false

  return {
    /** The number that the item of this line bears; null for a line that begins no item of an ordered list.
     *  @param within the line before goes on with a paragraph, which this one may continue */
    numberAt(line: string, within: boolean): number | null {
      const [, lead = '', marker] = /^([ \t>]*)(?:([-*+]|\d+[.)])\s)?/.exec(line) ?? []
      const indent = lead.length
      const quotes = /^ {0,3}>/.test(line)
      // A quotation is no part of the list above it, nor its lists of what follows; a paragraph may go on without the mark.
      if (line.trim() !== '' && quotes !== quoted && !(within && marker === undefined)) {
        last.clear()
        quoted = quotes
      }
      if (marker === undefined) {
        if (indent === 0 && line.trim() !== '' && !within) last.clear()
        return null
      }
      for (const deeper of [...last.keys()].filter(at => at > indent)) last.delete(deeper)
      if (!/^\d/.test(marker)) {
        last.delete(indent)
        return null
      }
      const before = last.get(indent)
      const number = before === undefined ? Number.parseInt(marker, 10) : before + 1
      last.set(indent, number)
      return number
    },
  }
}
