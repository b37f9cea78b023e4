import { chiffres, espace, insecable, remplacer } from './rule.ts'

/** A no-break space after `n°` and `p.` before a number. */
export const numeros = remplacer(
  { nom: 'numeros', signes: chiffres, si: new RegExp(`(?:°s?|p\\.)${espace}{0,3}\\d`) },
  new RegExp(`(?<=(?<![\\p{L}\\d])(?:[nN]°s?|pp?\\.))${espace}{0,3}(?=\\d)`, 'gu'),
  insecable,
)
