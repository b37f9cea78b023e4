import { espace, fine, remplacer } from './rule.ts'

/** A narrow no-break space before `;`, `!` and `?`, but not between them, nor in `(?)`. */
export const ponctuationHaute = remplacer(
  { nom: 'ponctuation-haute', signes: ';!?' },
  new RegExp(`(?<=[^\\s;!?([«“"])${espace}{0,3}(?=[;!?])`, 'g'),
  fine,
)
