import { espace, insecable, remplacer } from './rule.ts'

/** A no-break space inside « ». */
export const espacesGuillemets = remplacer(
  'espaces-guillemets',
  /[«»]/,
  new RegExp(`(?<=«)${espace}{0,3}(?=[^\\s»])|(?<=[^\\s«])${espace}{0,3}(?=»)`, 'g'),
  insecable,
)
