/** A space that does not break, one of another width, a sign without any: as it is, or by its name. */
const blank = String.raw`(?:[^\S\n]|[\u200b\u2060]|&(?:nbsp|ensp|emsp|thinsp|#160|#[xX][aA]0|#8203|#[xX]200[bB]);)`
const unusual =
  /[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]|&(?:nbsp|e[nm]sp|thinsp|#)/
const marker = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/
const allBlank = new RegExp(`^${blank}+$`)
const cell = new RegExp(String.raw`(?<=\|)${blank}+(?=\||$)|^${blank}+(?=\|)`, 'g')

/** A line, an item, a quotation or a cell in which nothing can be seen is empty, as its author sees it: what is pasted from a word
 *  processor or a mail has a space that does not break on its empty lines. Each character stays where it was. */
export function blankUnseen(source: string): string {
  if (!unusual.test(source)) return source
  return source.split('\n').map(blankLine).join('\n')
}

function blankLine(line: string): string {
  if (!unusual.test(line)) return line
  const start = marker.exec(line)?.[0].length ?? 0
  if (allBlank.test(line.slice(start))) return line.slice(0, start) + spaces(line.slice(start))
  return line.includes('|') ? line.replace(cell, spaces) : line
}

const spaces = (text: string) => ' '.repeat(text.length)
