/** How UTF-8 looks that was read as something else: what begins such letters in French, and byte → letter from 0x80. */
type Misreading = { suspect: RegExp; shown: readonly string[] }

const misreadings: readonly Misreading[] = [
  {
    // `Ã©`, `â€™`, `Â°`: no French word has a capital Ã, Å or a single Â, nor â before a sign. In capitals, Â may end a word.
    // The second byte of `à` is a no-break space, which is often typed anew.
    suspect:
      /(?:(?<!\p{Lu})[ÂÃÅ][\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u2122]|(?<!\p{Lu})Ã(?= {1,2}\p{Ll}))+/u,
    // Windows-1252, which leaves five bytes out.
    shown: [
      ...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ',
      ...Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0xa0 + at)),
    ],
  },
  {
    // `√©`, `‚Äô`: no one writes the root of a sign.
    suspect: /(?:√[^\s\w.,;:()]|‚Ä[^\s\w])+/u,
    shown: [...new TextDecoder('macintosh').decode(Uint8Array.from({ length: 0x80 }, (_, at) => 0x80 + at))],
  },
]

/** The first letters of `line` that are UTF-8 read as Windows-1252 or as an old Macintosh did, perhaps more than once, and what
 *  they were; null when it has none. */
export function misreadIn(line: string): { trouve: string; propose: string; offset: number } | null {
  for (const { suspect, shown } of misreadings) {
    const match = suspect.exec(line)
    const propose = match && decoded(match[0], shown)
    if (match && propose)
      return { trouve: match[0], propose: misreadIn(propose)?.propose ?? propose, offset: match.index }
  }
  return null
}

/** What the bytes of `letters` say in UTF-8; null where they say nothing. */
function decoded(letters: string, shown: readonly string[]): string | null {
  const bytes = Array.from(letters.replace(/Ã$/, 'Ã\u00a0'), letter => {
    const index = shown.indexOf(letter)
    return index === -1 ? letter.charCodeAt(0) : 0x80 + index
  })
  const text = new TextDecoder('utf-8').decode(Uint8Array.from(bytes))
  return text.includes('\ufffd') ? null : text
}
