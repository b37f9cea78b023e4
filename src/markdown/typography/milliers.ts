import type { Edit, Rule } from './rule.ts'
import { fine } from './rule.ts'

const groupes =
  /(?<![\d,.]|(?<!\d{4})\d[ \u00a0\u202f])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![ \u00a0\u202f]?\d)/g
// A letter, hyphen, slash or n° beside the digits makes a code or an address of them.
const colles = /(?<![\p{L}\d.,/\\_°#&-]|°[ \u00a0])[1-9]\d{4,8}(?![\p{L}\d/\\_-]|[.,]\d{4})/gu
const codes =
  /(?:codes?(?: postal| postaux| Insee| INSEE)?|SIREN|SIRET|RNA|APE|ISBN|ISSN)[\s\u00a0]*:?[\s\u00a0]*$/

/** A narrow no-break space between thousands: `152 979`, `152979`. Four digits are a year, five before a capital or
 *  between brackets a postcode. */
export const milliers: Rule = {
  nom: 'milliers',
  edits(text) {
    const edits: Edit[] = []
    for (const { 0: found, index } of text.matchAll(groupes)) {
      for (const space of found.matchAll(/[ \u00a0\u202f]/g)) {
        edits.push({ start: index + space.index, end: index + space.index + 1, text: fine })
      }
    }
    for (const { 0: found, index } of text.matchAll(colles)) {
      const before = text.slice(Math.max(0, index - 30), index)
      const after = text.slice(index + found.length, index + found.length + 8)
      const postcode =
        found.length === 5 &&
        (/^[ \u00a0](?:\p{Lu}|cedex)/u.test(after) || (/\($/.test(before) && /^\)/.test(after)))
      if (postcode || codes.test(before)) continue
      for (let at = found.length - 3; at > 0; at -= 3)
        edits.push({ start: index + at, end: index + at, text: fine })
    }
    return edits.sort((a, b) => a.start - b.start)
  },
}
