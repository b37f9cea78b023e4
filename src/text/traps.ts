/** A character that is pasted unseen, or that no edition can hold. */
type Trap = { code: 'caractere-interdit' | 'caractere-invisible'; pattern: RegExp }

const traps: readonly Trap[] = [
  // XML 1.0 §2.2 forbids controls: an e-book with one does not open. U+FFFD marks a lost letter. U+202A-202E and U+2066-2069
  // change the direction of writing and shuffle the letters of a PDF. U+2028 and U+2029 add line breaks.
  {
    code: 'caractere-interdit',
    pattern: /(?!\t)[\p{Cc}\ufffd\ufffe\uffff\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
  },
  // Soft hyphen, zero-width space, word joiner, byte order mark, marks of direction, blanks that pass for letters: they
  // break search and copy. Emoji and Arabic are joined and chosen by U+200C, U+200D and U+FE0F.
  {
    code: 'caractere-invisible',
    pattern:
      /(?![\u202a-\u202e\u2066-\u2069])(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}|[\u2800\ufff9-\ufffb]|(?<=[\p{Script=Latin}\s])(?:\u200c|\u200d|\ufe0f)/gu,
  },
]

/** « U+1F600 »: the name under which a character can be looked up. */
export const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** All of them in `text`, each with its place. */
export function trapsIn(text: string): { code: Trap['code']; caractere: string; offset: number }[] {
  return traps.flatMap(({ code, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: character, index }) => ({
      code,
      caractere: codeOf(character),
      offset: index,
    })),
  )
}

/** Bullets of word processors before the items of a list, those of Wingdings too: one character, whatever its length in code. */
export const bulletAhead = /[•◦▪‣●○■□▫▶►➔➜➢➤✓✔❖♦⇒→·\uf000-\uf0ff](?<=^[ \t]*.)(?=[\s\u00a0]*\S)/u
