import type { LintRule } from './rule.ts'

const fautes: readonly (readonly [RegExp, string | ((glued: string) => string)])[] = [
  [/(?<![\p{L}])[eE]tc\.?(?:…|\.{2,})/gu, 'etc.'],
  [/, ?(?:…|\.{3})/g, '…'],
  [/(?<!\.)\.{4}(?!\.)/g, '…'],
  [/(?<=\p{L}) ,/gu, ','],
  [/\p{L}{2,30}[!?]\p{L}{2,30}/gu, glued => glued.replace(/[!?]/, ' $& ')],
  [/(?<=\p{L}) \.(?!\S)/gu, '.'],
  [/(?<=\b(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu|aujourd))[‘`´](?=\p{L})/giu, "'"],
]

/** « ,… », « etc… », a space before a comma or a full stop, none after it, what stands for an apostrophe. */
export const ponctuation: LintRule = {
  code: 'ponctuation',
  find: text =>
    fautes.flatMap(([faute, propose]) =>
      [...text.matchAll(faute)].map(({ 0: trouve, index }) => ({
        offset: index,
        trouve,
        propose: typeof propose === 'string' ? propose : propose(trouve),
      })),
    ),
}
