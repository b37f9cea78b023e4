import type { LintRule } from './rule.ts'

/** Six words in capitals, one after the other: a shape that the eye reads slowly, and that a reading machine may spell. */
export const majuscules: LintRule = {
  code: 'majuscules',
  find: text =>
    [...text.matchAll(/(?<!\p{L})\p{Lu}{2,30}(?:[ ,’'-]{1,3}\p{Lu}{1,30}){5,60}(?!\p{L})/gu)].map(
      ({ 0: words, index }) => ({
        offset: index,
        trouve: words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words,
        propose: 'en minuscules, avec une capitale au début et aux noms propres',
      }),
    ),
}
