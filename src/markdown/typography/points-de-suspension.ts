import { remplacer } from './rule.ts'

/** `...` → `…`; longer rows of dots stay. */
export const pointsDeSuspension = remplacer('points-de-suspension', /(?<!\.)\.{3}(?!\.)/g, '…')
