import { chiffres, type Edit, fine, type Rule } from './rule.ts'

// A letter, hyphen, slash or n° beside the digits makes a code or an address of them.
const colles = /(?<![\p{L}\d.,/\\_°#&-]|°[ \u00a0])[1-9]\d{4,8}(?![\p{L}\d/\\_-]|[.,]\d{4})/gu
const codes =
  /(?:codes?(?: postal| postaux| Insee| INSEE)?|SIREN|SIRET|RNA|APE|ISBN|ISSN)[\s\u00a0]*:?[\s\u00a0]*$/

/** A narrow no-break space between thousands that are typed together: `152979`. Four digits are a year, five before a
 *  capital or between brackets a postcode. */
export const milliersColles: Rule = {
  nom: 'milliers-colles',
  signes: chiffres,
  si: /\d{5}/,
  edits: text =>
    [...text.matchAll(colles)].flatMap(({ 0: found, index }) => {
      const before = text.slice(Math.max(0, index - 30), index)
      const after = text.slice(index + found.length, index + found.length + 8)
      const named = /^[ \u00a0](?:\p{Lu}|cedex)/u.test(after)
      const bracketed = /\($/.test(before) && /^\)/.test(after)
      if ((found.length === 5 && (named || bracketed)) || codes.test(before)) return []
      const edits: Edit[] = []
      for (let at = found.length - 3; at > 0; at -= 3) {
        edits.unshift({ start: index + at, end: index + at, text: fine })
      }
      return edits
    }),
}
