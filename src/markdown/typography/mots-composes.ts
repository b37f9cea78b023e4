import { codeAt, codeBefore, isNamePart } from '../letters.ts'
import type { Wrap } from './rule.ts'

/** Up to this length a hyphenated word stays on one line: longer ones would leave a hole at the end of the line before. */
const longueur = 20

/** « faut-il », « co-construction », « Île-de-France » stay in one piece; the hyphen stays a plain hyphen, for search
 *  and copy. */
export const motsComposes: Wrap = {
  nom: 'mots-composes',
  si: /-/,
  type: 'insecable',
  spans(text) {
    const spans: { start: number; end: number }[] = []
    for (let at = text.indexOf('-'); at !== -1; ) {
      let start = at
      while (isNamePart(codeBefore(text, start))) start -= widthOf(codeBefore(text, start))
      let end = at + 1
      while (isNamePart(codeAt(text, end))) end += widthOf(codeAt(text, end))
      const word = text.slice(start, end)
      // A name with an underscore, or a hyphen at its edge, is no word.
      if (word.length <= longueur && !/_|^-|-$|--/.test(word)) spans.push({ start, end })
      at = text.indexOf('-', end)
    }
    return spans
  },
}

const widthOf = (code: number) => (code > 0xffff ? 2 : 1)
