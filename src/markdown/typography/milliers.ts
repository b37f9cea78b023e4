import { fine, type Rule } from './rule.ts'

// Not after a digit and a space, which is a telephone number; but a year may stand there.
const groupes =
  /(?<![\d,.]|(?<!\d{3})\d[ \u00a0\u202f])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![ \u00a0\u202f]?\d)/g

/** A narrow no-break space between thousands that are typed apart: `152 979`. */
export const milliers: Rule = {
  nom: 'milliers',
  edits: text =>
    [...text.matchAll(groupes)].flatMap(({ 0: digits, index }) =>
      [...digits.matchAll(/[ \u00a0\u202f]/g)].map(space => {
        const start = index + space.index
        return { start, end: start + 1, text: fine }
      }),
    ),
}
