import { espace, insecable, remplacer } from './rule.ts'

/** A no-break space after `n°` and `p.` before a number. */
export const numeros = remplacer(
  'numeros',
  new RegExp(`(?<=(?<![\\p{L}\\d])(?:[nN]°s?|pp?\\.))${espace}{0,3}(?=\\d)`, 'gu'),
  insecable,
)
