import type { LintRule } from './rule.ts'

/** « 12,000 » → « 12 000 », « 1.250.000 », « 1'250'000 » → « 1 250 000 »: one group that is not all zeros may be decimals. */
export const milliersAnglais: LintRule = {
  code: 'milliers-anglais',
  find: text =>
    [
      ...text.matchAll(
        /(?<![\d.,])[1-9]\d{0,2}(?:,000|(?:,\d{3}){2,}|(?:\.\d{3}){2,}|(?:['’]\d{3})+)(?![\d,.'’]*\d)/g,
      ),
    ].map(({ 0: trouve, index }) => ({
      offset: index,
      trouve,
      propose: trouve.replace(/\D/g, ' '),
    })),
}
