import type { Corps } from '../kit.ts'

/** Words that are read in a minute. */
const WORDS_A_MINUTE = 220

/** Minutes that a body takes to read, begun ones included. */
export const minutesOf = ({ mots }: Pick<Corps, 'mots'>): number => Math.ceil(mots / WORDS_A_MINUTE)
