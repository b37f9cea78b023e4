import { codeAt, codeBefore, isNamePart } from './letters.ts'

/** An acronym in a text, and where it stands. */
export type Found = { sigle: string; index: number }

/** What finds the acronyms of `names` in a text, in order: each as a whole word, the longest where several fit. A plural s
 *  belongs to it (« les SCICs »); a letter, a digit or a hyphen beside it makes another name (« CO2 », « INSEE-FLORES »). */
export function findSigles(names: readonly string[]): (text: string) => Found[] {
  const sorted = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  // Where one of them may begin: a pattern looks for it faster than a loop that has not run for long.
  const any = new RegExp(sorted.map(literal).join('|') || NOTHING, 'g')
  return text => {
    const found: Found[] = []
    any.lastIndex = 0
    for (let match = any.exec(text); match; match = any.exec(text)) {
      const { index, 0: longest } = match
      const fits = (name: string) => text.startsWith(name, index) && endsAt(text, index + name.length)
      const sigle = isNamePart(codeBefore(text, index))
        ? undefined
        : fits(longest)
          ? longest
          : sorted.find(fits)
      if (sigle !== undefined) found.push({ sigle, index })
      any.lastIndex = index + (sigle?.length ?? 1)
    }
    return found
  }
}

/** A pattern that no text fits. */
const NOTHING = '(?!)'

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function endsAt(text: string, end: number): boolean {
  return !isNamePart(codeAt(text, text[end] === 's' ? end + 1 : end))
}
