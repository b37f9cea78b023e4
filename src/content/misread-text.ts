/** What Windows-1252 shows for the bytes 0x80 to 0x9f; it leaves five of them out, and the others are as in Unicode. */
const shown = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

/** `Ã©`, `â€™`, `Â°`: no French word has a capital Ã, Å or a single Â, nor â before a sign. In capitals, Â may end a word. */
const suspect =
  /(?:(?<!\p{Lu})[ÂÃÅ][\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u2122])+/u

/** The first letters of `line` that are UTF-8 read as Windows-1252, and what they were; null when it has none. */
export function misreadIn(line: string): { trouve: string; propose: string; offset: number } | null {
  const match = suspect.exec(line)
  if (match === null) return null
  const bytes = Array.from(match[0], byteOf)
  const propose = new TextDecoder('utf-8').decode(Uint8Array.from(bytes))
  return propose.includes('\ufffd') ? null : { trouve: match[0], propose, offset: match.index }
}

function byteOf(letter: string): number {
  const index = shown.indexOf(letter)
  return index === -1 ? letter.charCodeAt(0) : 0x80 + index
}
