import { remplacer } from './rule.ts'

/** `l'eau` → `l’eau`; feet and minutes (`5'`) stay. */
export const apostrophe = remplacer('apostrophe', /(?<=\p{L})'|(?<!\d)'(?=[\p{L}\d])/gu, '’')
