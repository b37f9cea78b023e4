import type { Index } from './index.ts'
import { stemOf, type Word, wordsOf } from './words.ts'

/** Letters of a word that may be two in one, and of each of them. */
const [WHOLE, PIECE] = [7, 4]

/** A query in which words are parted as the kit parts them: « fab lab » is typed as one word there, « opendata » as two. Words that are
 *  joined keep a hyphen, so that each is looked for too. */
export function parted(query: string, index: Index): string {
  const words = wordsOf(query)
  let text = query
  for (const [at, word] of [...words.entries()].reverse()) {
    const before = words[at - 1]
    if (
      before &&
      /^\s+$/.test(query.slice(before.end, word.start)) &&
      isHeld(before.folded + word.folded, index)
    )
      text = `${text.slice(0, before.end)}-${text.slice(word.start)}`
    else if (word.folded.length >= WHOLE && !isHeld(word.folded, index)) {
      const cut = cutOf(word, index)
      if (cut !== null) text = `${text.slice(0, word.start + cut)} ${text.slice(word.start + cut)}`
    }
  }
  return text
}

const isHeld = (folded: string, index: Index) => index.rarityOf(stemOf(folded)) > 0

/** Where a word that no text holds is two that stand side by side in one. */
function cutOf({ folded, start, end }: Word, index: Index): number | null {
  if (end - start !== folded.length) return null
  for (let cut = PIECE; cut <= folded.length - PIECE; cut++) {
    const [one, other] = [stemOf(folded.slice(0, cut)), stemOf(folded.slice(cut))]
    const [ones, others] = [index.weightsOf(one), index.weightsOf(other)]
    if (ones && others && [...ones.keys()].some(part => index.entries[part]?.says(`${one} ${other}`)))
      return cut
  }
  return null
}
