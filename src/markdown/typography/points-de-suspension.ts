import { remplacer } from './rule.ts'

/** `...` → `…`; longer rows of dots stay. */
export const pointsDeSuspension = remplacer(
  { nom: 'points-de-suspension', signes: '.', si: /\.\.\./ },
  /(?<!\.)\.{3}(?!\.)/g,
  '…',
)
