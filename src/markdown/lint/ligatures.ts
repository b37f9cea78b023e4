import type { LintRule } from './rule.ts'

const racines =
  /(?:c|ch|s|ranc|n|v|b|m|man|hors-d)?oe(?:u(?:r|rs|vr|vre|d|ds|f|fs|x)|il|n[oô]|cum|dipe|sophage)/i

/** « coeur » → « cœur ». */
export const ligatures: LintRule = {
  code: 'ligature',
  find: text =>
    [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: mot, index }) =>
      racines.test(mot)
        ? [{ offset: index, trouve: mot, propose: mot.replace(/oe/, 'œ').replace(/Oe|OE/, 'Œ') }]
        : [],
    ),
}
