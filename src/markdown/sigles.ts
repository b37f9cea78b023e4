import { codeAt, codeBefore, isNamePart } from './letters.ts'

/** An acronym in a text, and where it stands. */
export type Found = { sigle: string; index: number }

/** What finds the acronyms of `names` in a text, in order: each as a whole word, the longest where several fit. A plural s
 *  belongs to it (« les SCICs »); a letter, a digit or a hyphen beside it makes another name (« CO2 », « INSEE-FLORES »). */
export function findSigles(names: readonly string[]): (text: string) => Found[] {
  const byFirst: string[][] = []
  for (const name of [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const code = name.charCodeAt(0)
    byFirst[code] = [...(byFirst[code] ?? []), name]
  }
  return text => {
    const found: Found[] = []
    for (let at = 0; at < text.length; at++) {
      const candidates = byFirst[text.charCodeAt(at)]
      if (!candidates || isNamePart(codeBefore(text, at))) continue
      const sigle = candidates.find(name => text.startsWith(name, at) && endsAt(text, at + name.length))
      if (sigle === undefined) continue
      found.push({ sigle, index: at })
      at += sigle.length - 1
    }
    return found
  }
}

function endsAt(text: string, end: number): boolean {
  return !isNamePart(codeAt(text, text[end] === 's' ? end + 1 : end))
}
