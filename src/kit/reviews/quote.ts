import { commonPart, maskMarkup } from '../../text/index.ts'
import type { Citation } from '../schemas/relecture.ts'

/** A word of a text, and where it stands: offsets of its first sign and behind its last. */
export type Word = { word: string; from: number; to: number }

/** Names of blocks, numbers of items and keys of a front matter: no reader of Word sees them. */
const unseen = /^:{3,}[ \t]*\S*|^[ \t]*\d{1,9}[.)](?=[ \t])|^[a-z_]+:(?=[ \t])/gm

/** The words of a text, Markdown or not, that a reader sees, in small letters. */
export function wordsAt(text: string): Word[] {
  const words = maskMarkup(text).replace(unseen, match => ' '.repeat(match.length))
  return Array.from(words.matchAll(/[\p{L}\p{N}\p{M}\u00ad]+/gu), ({ 0: letters, index }) => ({
    word: letters
      .normalize('NFKC')
      .replace(/\u00ad/g, '')
      .toLowerCase(),
    from: index,
    to: index + letters.length,
  }))
}

const plainWords = (text: string) => wordsAt(text).map(({ word }) => word)

/** Signs around a quotation that tell it from the same words elsewhere. */
const CONTEXT = 40

/** Quotes a stretch of a text, with a little before and after. */
export function quoteAt(text: string, from: number, to: number): Citation {
  const before = text.slice(Math.max(0, from - 4 * CONTEXT), from)
  const after = text.slice(to, to + 4 * CONTEXT)
  const [, avant = ''] = new RegExp(`(?:^|\\s)(\\S*.{0,${CONTEXT}})$`).exec(plain(before)) ?? []
  const [, apres = ''] = new RegExp(`^(.{0,${CONTEXT}}\\S*)(?:\\s|$)`).exec(plain(after)) ?? []
  return { exact: text.slice(from, to).trim(), avant: avant.trim(), apres: apres.trim() }
}

/** Markdown without the marks that would trouble whoever reads a quotation. */
const plain = (markdown: string) =>
  markdown
    .replace(
      /\{[^{}\n]*\}|\]\([^()\n]*\)|^(?::{3,}[ \t]*\S*|[a-z_]+:(?=[ \t])|\|[ :|-]+\|$)|[*_`#|[\]]/gm,
      '',
    )
    .replace(/\s+/g, ' ')

/** The share of a quotation, and of what is around it, that a passage has when it is taken for the same. */
const LIKE = 0.8

/** Finds quoted words among the words of a text: the very words, told from the same elsewhere by what is around them, else the
 *  passage that is like them. @returns the index of the first, and behind the last; null: nothing is like it, or two passages are */
export function findQuote(
  words: readonly string[],
  { exact, avant, apres }: Citation,
): [number, number] | null {
  const [quoted, before, after] = [plainWords(exact), plainWords(avant), plainWords(apres)]
  if (quoted.length === 0) return null
  const places = occurrences(words, quoted).map(from => {
    const to = from + quoted.length
    const around = before.toReversed().findIndex((word, index) => words[from - 1 - index] !== word)
    const behind = after.findIndex((word, index) => words[to + index] !== word)
    const context = (around < 0 ? before.length : around) + (behind < 0 ? after.length : behind)
    return { from, to, context }
  })
  places.sort((a, b) => b.context - a.context)
  const [best, next] = places
  if (best && best.context !== next?.context) return [best.from, best.to]
  return best ? null : likePassage(words, { before, quoted, after })
}

const occurrences = (words: readonly string[], quoted: readonly string[]): number[] =>
  words.flatMap((first, at) =>
    first === quoted[0] && quoted.every((word, index) => words[at + index] === word) ? [at] : [],
  )

type QuotedWords = Record<'before' | 'quoted' | 'after', readonly string[]>

/** Finds the window of the text that has most of the words, and in it what stands between those around the quotation. */
function likePassage(
  words: readonly string[],
  { before, quoted, after }: QuotedWords,
): [number, number] | null {
  const whole = [...before, ...quoted, ...after]
  const need = new Map<string, number>()
  for (const word of whole) need.set(word, (need.get(word) ?? 0) + 1)
  const have = new Map<string, number>()
  let common = 0
  let best = { common: 0, to: 0 }
  const add = (word: string | undefined, change: 1 | -1) => {
    if (word === undefined) return
    const count = (have.get(word) ?? 0) + change
    have.set(word, count)
    if ((change > 0 ? count : count + 1) <= (need.get(word) ?? 0)) common += change
  }
  for (let at = 0; at < words.length; at++) {
    add(words[at], 1)
    add(words[at - whole.length], -1)
    if (common > best.common) best = { common, to: at + 1 }
  }
  if (best.common < LIKE * whole.length) return null
  const reach = Math.ceil(whole.length / 4)
  const start = Math.max(0, best.to - whole.length - reach)
  const passage = words.slice(start, best.to + reach)
  const pairs = commonPart(whole, passage)
  const last = before.length + quoted.length
  const inside = pairs.filter(([index]) => index >= before.length && index < last)
  const from = pairs.findLast(([index]) => index < before.length)?.[1]
  const to = pairs.find(([index]) => index >= last)?.[1]
  const [first, end] = [from === undefined ? inside[0]?.[1] : from + 1, to ?? (inside.at(-1)?.[1] ?? -1) + 1]
  return first === undefined || first >= end ? null : [start + first, start + end]
}
