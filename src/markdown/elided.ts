/** Words that French elides before a vowel, as the pattern of what an apostrophe follows. */
export const elided = '[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu'
