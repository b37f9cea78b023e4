/** The département with which the code of a commune begins, or that of its post; undefined: the word is neither. */
export const departementOfCode = (word: string): string | undefined =>
  /^(?:97\d(?=\d\d$)|\d\d(?=\d{3}$))/.exec(word)?.[0]
