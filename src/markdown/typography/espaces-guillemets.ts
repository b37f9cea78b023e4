import { espace, insecable, remplacer } from './rule.ts'

/** A no-break space inside « »; those of the author, and those that straight quotation marks have become. */
export const espacesGuillemets = remplacer(
  'espaces-guillemets',
  new RegExp(`(?<=«)${espace}{0,3}(?=[^\\s»])|(?<=[^\\s«])${espace}{0,3}(?=»)`, 'g'),
  insecable,
)
