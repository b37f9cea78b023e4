import type { LintRule } from './rule.ts'

/** Raw HTML: it will be printed as it is typed. */
export const htmlBrut: LintRule = {
  code: 'html-brut',
  find: text =>
    [...text.matchAll(/<(?:\/?[a-zA-Z][\w-]{0,30}(?:\s[^<>]{0,200})?\/?|!--.{0,200}?--)>/gs)].map(
      ({ 0: trouve, index }) => ({
        offset: index,
        trouve,
        propose: '',
      }),
    ),
}
