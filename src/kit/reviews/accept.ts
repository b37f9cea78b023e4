import { diff3MergeRegions } from 'node-diff3'
import type { Proposition, Relecture } from '../schemas/relecture.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { withValues } from '../yaml/write-values.ts'
import { gapsAround, gapWithout } from './gaps.ts'
import { findQuote, wordsAt } from './quote.ts'

/** The passage of a fiche that a thread is about, as offsets. */
export type Passage = { from: number; to: number }

/** Finds the passage that a thread quotes; null: it is about the whole fiche, or its sentence is not there any more. */
export function passageOf(fiche: string, { citation }: Pick<Relecture, 'citation'>): Passage | null {
  if (citation === null) return null
  const words = wordsAt(fiche)
  const range = findQuote(
    words.map(({ word }) => word),
    citation,
  )
  const [first, last] = range ? [words[range[0]], words[range[1] - 1]] : []
  if (!first || !last) return null
  const quoted = wordsAt(citation.exact)
  const head = citation.exact.slice(0, quoted[0]?.from)
  const tail = citation.exact.slice(quoted.at(-1)?.to)
  const isAt = (at: number, signs: string) => plain(fiche.slice(at, at + signs.length)) === plain(signs)
  return {
    from: first.from - (isAt(first.from - head.length, head) ? head.length : 0),
    to: last.to + (isAt(last.to, tail) ? tail.length : 0),
  }
}

/** Signs as a keyboard has them, one for one. */
const plain = (text: string) =>
  text
    .replace(/[\u00a0\u202f\u2002-\u200a]/g, ' ')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\u2011/g, '-')

/** What a passage says once a proposal is accepted. `clash`: it was changed meanwhile in the same words, and `text` is the proposal's. */
export type Acceptance = Passage & { text: string; clash: boolean }

/** Merges three texts of a passage: the one that was read, the one that is proposed, and the one that stands in the fiche now.
 *  @returns null: the passage is not there any more */
export function acceptanceOf(fiche: string, thread: Proposition): Acceptance | null {
  const passage = passageOf(fiche, thread)
  if (!passage) return null
  const ours = piecesOf(fiche.slice(passage.from, passage.to))
  const [read, proposed] = [piecesOf(thread.citation.exact), piecesOf(thread.remplace_par)]
  const pieces = { a: ours, o: read, b: proposed }
  const regions = diff3MergeRegions(...([ours, read, proposed].map(list => list.map(keyOf)) as Three))
  const clash = regions.some(region => !region.stable && `${region.aContent}` !== `${region.bContent}`)
  const text = regions.map(region => {
    if (!region.stable) return ours.slice(region.aStart, region.aStart + region.aLength).join('')
    const { buffer, bufferStart, bufferLength } = region
    return pieces[buffer].slice(bufferStart, bufferStart + bufferLength).join('')
  })
  const merged = clash ? thread.remplace_par : text.join('')
  if (merged !== '') return { ...passage, text: merged, clash }
  const [before, after] = gapsAround(fiche, passage)
  const [from, to] = [passage.from - before.length, passage.to + after.length]
  return { from, to, text: gapWithout(before, after, to === fiche.length), clash }
}

/** The fiche once a proposal is accepted; null: its words changed meanwhile, or are not there any more. */
export function acceptedText(fiche: string, thread: Proposition): string | null {
  const acceptance = acceptanceOf(fiche, thread)
  return acceptance && !acceptance.clash ? withPassage(fiche, acceptance, acceptance.text) : null
}

/** The fiche with other words for a passage. A value of the front matter gets the quotes that YAML asks for. */
export function withPassage(fiche: string, { from, to }: Passage, words: string): string {
  const next = fiche.slice(0, from) + words + fiche.slice(to)
  const head = /^\ufeff?---\s*\n[\s\S]*?\n---/.exec(fiche)?.[0] ?? ''
  if (from >= head.length) return next
  const start = next.lastIndexOf('\n', from - 1) + 1
  const [, key, value = ''] = /^(\w+)[ \t]*:[ \t]*(.*)/.exec(next.slice(start)) ?? []
  if (key === undefined || holds(next, words)) return next
  return withValues(fiche, { [key]: value.replace(/^(["'])(.*)\1\s*$/, '$2') })
}

/** Tells whether a front matter can be read, with these words in it. */
function holds(fiche: string, words: string): boolean {
  const yaml = /^\ufeff?---\s*\n([\s\S]*?)\n---/.exec(fiche)?.[1] ?? ''
  const { sound, value } = parseYaml(yaml, { file: '', firstLine: 2 })
  const read = new Set(wordsAt(JSON.stringify(value)).map(({ word }) => word))
  return sound && wordsAt(words).every(({ word }) => read.has(word))
}

type Three = [string[], string[], string[]]

const piecesOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|./gsu) ?? []

/** A space, the end of a line and that of a paragraph are three things, whatever they are made of. */
function keyOf(piece: string): string {
  if (/\S/.test(piece)) return plain(piece)
  const ends = piece.split('\n').length - 1
  return ends === 0 ? ' ' : ends === 1 ? '\n' : '\n\n'
}
