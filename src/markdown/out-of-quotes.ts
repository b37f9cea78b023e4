/** A line of the source without the marks of the quotations that it stands in. */
export const outOfQuotes = (line: string): string => line.replace(/^(?: {0,3}> ?)+/, '')
