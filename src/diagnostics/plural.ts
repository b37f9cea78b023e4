/** « 1 erreur », « 12 caractères »: a count and what it counts. */
export const plural = (count: number, word: string) => `${count} ${word}${count > 1 ? 's' : ''}`
