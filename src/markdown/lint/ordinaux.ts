import type { LintRule } from './rule.ts'

/** « 2ème » → « 2e », « 1ère » → « 1re ». */
export const ordinaux: LintRule = {
  code: 'ordinal',
  find: text =>
    [
      ...text.matchAll(
        /(?<![\p{L}\d])(\d{1,4}|[IVX]{1,8})( ?i?[èe]mes?|[èe]res?| (?:ères?|ers?))(?!\p{L})/gu,
      ),
    ].map(match => {
      const plural = match[0].endsWith('s') ? 's' : ''
      const written = match[2] ?? ''
      const letters = /[èe]re/.test(written) ? 're' : written.includes('er') ? 'er' : 'e'
      return { offset: match.index, trouve: match[0], propose: `${match[1]}${letters}${plural}` }
    }),
}
