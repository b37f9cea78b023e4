import { espace, insecable, remplacer } from './rule.ts'

/** A no-break space before `:`. Where none was typed, only between a word and a space: `10:30` and `3:2` stay. */
export const deuxPoints = remplacer(
  'deux-points',
  new RegExp(`(?<=[^\\s:([«])${espace}{1,3}(?=:(?!:))|(?<=[\\p{L}\\d)»”%€’…\ufffc])(?=:(?:\\s|$))`, 'gu'),
  insecable,
)
