import { codeBefore, isDigit, isLetter } from '../letters.ts'
import { type Edit, insecable, type Rule } from './rule.ts'

const space = /[ \u00a0\u202f\n]/
const opens = /[\s:([«]/
const closes = ')»”%€’…\ufffc'

/** A no-break space before `:`. Where none was typed, only between a word and a space: `10:30` and `3:2` stay. */
export const deuxPoints: Rule = {
  nom: 'deux-points',
  signes: ':',
  edits(text) {
    const edits: Edit[] = []
    for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
      const after = text[at + 1] ?? ' '
      let start = at
      while (start > 0 && at - start < 3 && space.test(text[start - 1] ?? '')) start--
      const before = text[start - 1]
      if (before === undefined || after === ':') continue
      const typed = start < at ? !opens.test(before) : /\s/.test(after) && endsWord(text, at, before)
      if (typed) edits.push({ start, end: at, text: insecable })
    }
    return edits
  },
}

function endsWord(text: string, at: number, before: string): boolean {
  const code = codeBefore(text, at)
  return isLetter(code) || isDigit(code) || closes.includes(before)
}
