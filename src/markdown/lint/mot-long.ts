import type { LintRule } from './rule.ts'

/** A run that no line of the narrowest column holds, and no dictionary either: words stuck together by pasting or by spaces
 *  that do not break, a line of dots or strokes to write on. Addresses are masked; after `/` and hyphens a line may end. */
export const motLong: LintRule = {
  code: 'mot-long',
  find: text =>
    [...text.matchAll(/(?:[^\s/\ufffc–—-]|[\u00a0\u202f\u2060\u2011]){50,}/gu)].map(({ 0: mot, index }) => ({
      offset: index,
      trouve: mot.slice(0, 20),
      propose: '40 lettres au plus',
    })),
}
