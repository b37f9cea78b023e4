import { guillemets, milliers, milliersColles, unites } from './rules.ts'
import { applyRules, espace, fine, hyphens, insecable, remplacer, type TypographyRule } from './run.ts'

/** Order matters: quotation marks are there before their spaces, units apart from their numbers before the thousands. */
export const rules: readonly TypographyRule[] = [
  // `l'eau` → `l’eau`; feet and minutes (`5'`) stay. U+02BC is a letter of other languages, and some keyboards type it.
  remplacer('apostrophe', /(?<=\p{L})['\u02bc]|(?<!\d)'(?=[\p{L}\d])/gu, '’'),
  // No search finds them, and none of our fonts has them.
  remplacer('traits-union', hyphens, '-'),
  // `...` → `…`; longer rows of dots stay.
  remplacer('points-de-suspension', /(?<!\.)\.{3}(?!\.)/g, '…'),
  guillemets,
  // A no-break space inside « », typed by the author or made of straight quotation marks.
  remplacer(
    'espaces-guillemets',
    new RegExp(`(?<=«)${espace}{0,3}(?=[^\\s»])|(?<=[^\\s«])${espace}{0,3}(?=»)`, 'g'),
    insecable,
  ),
  // A narrow no-break space before `;`, `!` and `?`, but not between them, nor in `(?)`. Without a typed space, `page?q=1;p=2`
  // stays too: a French mark has no letter glued behind it.
  remplacer(
    'ponctuation-haute',
    new RegExp(`(?<=[^\\s;!?([«“"])(?:${espace}{1,3}(?=[;!?])|(?=[;!?](?![;!?]*[\\p{L}\\d=])))`, 'gu'),
    fine,
  ),
  // A no-break space before `:`. Without a typed space, only between a word and a space: `10:30` and `3:2` stay.
  remplacer(
    'deux-points',
    new RegExp(`(?<=[^\\s:([«])${espace}{1,3}(?=:(?!:))|(?<=[\\p{L}\\d)»”%€’…\ufffc])(?=:(?:\\s|$))`, 'gu'),
    insecable,
  ),
  // A no-break space after `n°`, `p.` and `f.` (fiche) before a number.
  remplacer(
    'numeros',
    new RegExp(`(?<=(?<![\\p{L}\\d])(?:[nN]°s?|(?:pp?|f)\\.))${espace}{0,3}(?=\\d)`, 'gu'),
    insecable,
  ),
  unites,
  milliersColles,
  milliers,
]

/** French typography on a plain string: characters only, no markup. Twice is once. */
export function typographText(text: string): string {
  return applyRules({ text, ends: [text.length], fixed: new Set() }, rules).text
}
