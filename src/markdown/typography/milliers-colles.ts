import { type Edit, fine, type Rule } from './rule.ts'
import { unite } from './unites.ts'

// A letter, hyphen, slash or n° beside the digits makes a code or an address of them.
const colles = /(?<![\p{L}\d.,/\\_°#&-]|°[ \u00a0])[1-9]\d{4,8}(?![\p{L}\d/\\_-]|[.,]\d{4})/gu
const codes =
  /(?<!\p{L})(?:[Cc]odes?(?: postal| postaux| Insee| INSEE)?|SIREN|SIRET|RNA|APE|ISBN|ISSN|FINESS|Finess|BP|CP|CS|TSA|[Nn]uméros?|[Nn]o|[Rr]éf(?:\.|érences?)?|[Ii]dentifiants?|[Dd]ossier|[Mm]atricule|[Aa]grément)[\s\u00a0]*:?[\s\u00a0]*$/u

// Five digits before one of these are its postcode, even where its capital was forgotten; « tours » or « cannes » may be counted.
const villes = `aix|amiens|angers|annecy|avignon|besançon|bordeaux|brest|caen|calais|cedex|clermont|dijon
dunkerque|grenoble|lille|limoges|lyon|marseille|metz|montpellier|montreuil|mulhouse|nancy|nantes|nîmes|orléans
paris|perpignan|poitiers|reims|rennes|roubaix|rouen|sainte?s?-\\p{L}+|strasbourg|toulon|toulouse|tourcoing`
  .split('\n')
  .join('|')
const mot = new RegExp(`^[ \u00a0\n](?!(?:${villes})(?!\\p{L}))\\p{Ll}`, 'u')

/** A narrow no-break space between thousands that are typed together: `152979`. Four digits are a year; five may be a
 *  postcode, unless a unit or a word that is no name follows. */
export const milliersColles: Rule = {
  nom: 'milliers-colles',
  edits: text =>
    [...text.matchAll(colles)].flatMap(({ 0: digits, index }) => {
      const before = text.slice(Math.max(0, index - 30), index)
      const after = text.slice(index + digits.length, index + digits.length + 20)
      const counted = digits.length > 5 || unite.test(after) || mot.test(after)
      if (!counted || codes.test(before)) return []
      const edits: Edit[] = []
      for (let at = digits.length - 3; at > 0; at -= 3) {
        edits.unshift({ start: index + at, end: index + at, text: fine })
      }
      return edits
    }),
}
