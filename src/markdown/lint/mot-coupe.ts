import type { LintRule } from './rule.ts'

/** A word that a line of a PDF or of a mail has cut: in Markdown the end of a line is a space. */
export const motCoupe: LintRule = {
  code: 'mot-coupe',
  find: text =>
    [...text.matchAll(/(?<![\p{L}\p{N}-])(\p{L}{2,})[-\u00ad\u2010]\n[ \t]*(\p{Ll}+)/gu)].map(
      ({ 0: whole, 1: before = '', 2: after = '', index }) => ({
        offset: index,
        trouve: whole.replace(/\n\s*/, ' '),
        propose: `${before}${after}, ou ${before}-${after} sur une seule ligne`,
      }),
    ),
}
