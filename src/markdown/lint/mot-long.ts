import type { LintRule } from './rule.ts'

/** A run of letters that no line of the narrowest column holds, and no dictionary either: words stuck together by pasting. */
export const motLong: LintRule = {
  code: 'mot-long',
  find: text =>
    [...text.matchAll(/[\p{L}\p{N}]{50,}/gu)].map(({ 0: mot, index }) => ({
      offset: index,
      trouve: mot.slice(0, 20),
      propose: '40 lettres au plus',
    })),
}
