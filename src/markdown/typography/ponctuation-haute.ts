import { espace, fine, remplacer } from './rule.ts'

/** A narrow no-break space before `;`, `!` and `?`, but not between them, nor in `(?)`. Where none was typed, not in
 *  `page?q=1;p=2` either: what follows a mark of French does not stick to it. */
export const ponctuationHaute = remplacer(
  'ponctuation-haute',
  new RegExp(`(?<=[^\\s;!?([«“"])(?:${espace}{1,3}(?=[;!?])|(?=[;!?](?![;!?]*[\\p{L}\\d=])))`, 'gu'),
  fine,
)
