/** A line of the source without the marks of the quotations that it stands in. */
export const outOfQuotes = (line: string): string => line.replace(/^(?: {0,3}> ?)+/, '')

/** How many signs of white space a line begins with. */
export const indentOf = (line: string): number => line.length - line.trimStart().length
