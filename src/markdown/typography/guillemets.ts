import type { Edit, Rule } from './rule.ts'

const opens = /[\s([{«“'’\-–—/"]/
const closes = /[\s)\]}»”.,;:!?…'’\-–—/"]/

/** Paired `"` → `« »`, or `“ ”` within « ». A quotation mark that has no fellow stays as it is. */
export const guillemets: Rule = {
  nom: 'guillemets',
  edits(text) {
    const edits: Edit[] = []
    const open: (number | 'typed')[] = []
    for (let at = 0; at < text.length; at++) {
      const mark = text[at]
      if (mark === '«') open.push('typed')
      if (mark === '»' && open.at(-1) === 'typed') open.pop()
      if (mark !== '"') continue
      const before = text[at - 1] ?? ' '
      const after = text[at + 1] ?? ' '
      const begun = open.at(-1)
      if (typeof begun === 'number' && !/\s/.test(before) && closes.test(after)) {
        open.pop()
        const inner = open.length > 0
        edits.push({ start: begun, end: begun + 1, text: inner ? '“' : '«' })
        edits.push({ start: at, end: at + 1, text: inner ? '”' : '»' })
      } else if (opens.test(before) && !/\s/.test(after)) {
        open.push(at)
      }
    }
    return edits.sort((a, b) => a.start - b.start)
  },
}
