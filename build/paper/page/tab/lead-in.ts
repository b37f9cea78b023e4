/** Letters of three lines: a longer paragraph may be cut, or stay. */
const LONGEST = 200

/** Does a paragraph announce what follows it? Its last line stays with it. */
export const endsInColon = (paragraph: Element): boolean => wordsOf(paragraph).endsWith(':')

export const isShort = (paragraph: Element): boolean => wordsOf(paragraph).length < LONGEST

/** Is it a short line that announces what follows, and goes with it? */
export const isLeadIn = (paragraph: Element): boolean => endsInColon(paragraph) && isShort(paragraph)

const wordsOf = ({ textContent }: Element) => textContent?.trimEnd() ?? ''
