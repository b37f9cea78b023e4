import { codeAt, codeBefore, isDigit, isLetter } from '../letters.ts'
import type { Edit, Rule } from './rule.ts'

/** `l'eau` → `l’eau`; feet and minutes (`5'`) stay. */
export const apostrophe: Rule = {
  nom: 'apostrophe',
  signes: "'",
  edits(text) {
    const edits: Edit[] = []
    for (let at = text.indexOf("'"); at !== -1; at = text.indexOf("'", at + 1)) {
      const before = codeBefore(text, at)
      const after = codeAt(text, at + 1)
      if (isLetter(before) || (!isDigit(before) && (isLetter(after) || isDigit(after))))
        edits.push({ start: at, end: at + 1, text: '’' })
    }
    return edits
  },
}
