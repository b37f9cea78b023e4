const letter = /^\p{L}$/u
const figure = /^\p{N}$/u

/** The kinds of the code points of Latin scripts, which are asked for at every word. */
const latin = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code)
  return letter.test(character) ? 1 : figure.test(character) ? 2 : 0
})

const kindOf = (code: number): number => {
  if (code < 0x250) return latin[code] ?? 0
  const character = Number.isNaN(code) ? '' : String.fromCodePoint(code)
  return letter.test(character) ? 1 : figure.test(character) ? 2 : 0
}

/** Whether a code point is a letter, `\p{L}`. A rule that looks around a sign asks this: each pattern with such a class
 *  costs milliseconds before its first match. */
export const isLetter = (code: number): boolean => kindOf(code) === 1

/** Whether a code point is a letter or a figure of any script, `[\p{L}\p{N}]`. */
export const isWord = (code: number): boolean => kindOf(code) > 0

/** Whether a code point joins the letters beside it in one name, `[\p{L}\p{N}_-]`. */
export const isNamePart = (code: number): boolean => isWord(code) || code === 45 || code === 95

/** `0` to `9` */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The code point that begins at `at`, or NaN at the end of the text. */
export const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? Number.NaN

/** The code point that ends before `at`, or NaN at the start of the text. */
export function codeBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1)
  if (unit < 0xdc00 || unit > 0xdfff) return unit
  const pair = codeAt(text, at - 2)
  return pair > 0xffff ? pair : unit
}
