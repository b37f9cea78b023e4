import type { Token } from 'markdown-it'
import { matchesOf } from '../lint/punctuation.ts'
import { isProtected, protectedZones } from './protect.ts'

/** Text of inline children as one string, so that a rule sees « **mot** : » whole. `ends[i]`: end of child i in it; `fixed`:
 *  children that may not change, namely code, pictures, cross-references, bare addresses. */
type TextRun = { text: string; ends: readonly number[]; fixed: ReadonlySet<number> }

export function runOf(children: readonly Token[]): TextRun {
  const ends: number[] = []
  const fixed = new Set<number>()
  let text = ''
  let autolink = false
  for (const [index, token] of children.entries()) {
    if (token.type === 'link_open') autolink = token.markup === 'autolink'
    if (token.type === 'link_close') autolink = false
    if (autolink || (token.type !== 'text' && token.type !== 'softbreak')) fixed.add(index)
    text += shareOf(token)
    ends.push(text.length)
  }
  return { text, ends, fixed }
}

function shareOf(token: Token): string {
  if (token.type === 'text') return token.content
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
  return token.nesting === 0 ? '\ufffc' : ''
}

/** Applies the rules one after the other. An unchanged run comes back as the same object. */
export const applyRules = (run: TextRun, rules: readonly TypographyRule[]): TextRun =>
  rules.reduce(applyRule, run)

function applyRule(run: TextRun, rule: TypographyRule): TextRun {
  const { text, ends, fixed } = run
  const edits = rule.edits(text).filter(({ start, end, text: written }) => text.slice(start, end) !== written)
  if (edits.length === 0) return run
  const zones = protectedZones(text)
  const moved: number[] = []
  let out = ''
  let from = 0
  let child = 0
  for (const { start, end, text: written } of edits) {
    if (start < from || isProtected(zones, start, end)) continue
    while (child < ends.length - 1 && (ends[child] ?? 0) <= start) child++
    const owner = ownerOf(start, end, child, run)
    if (owner === null) continue
    out += text.slice(from, start)
    // Children before the owner keep their ends; children that end within the change now end with the written text.
    while (moved.length < owner) moved.push((ends[moved.length] ?? 0) - start + out.length)
    out += written
    from = end
    while (moved.length < ends.length && (ends[moved.length] ?? 0) < end) moved.push(out.length)
  }
  out += text.slice(from)
  while (moved.length < ends.length) moved.push((ends[moved.length] ?? 0) + out.length - text.length)
  return { text: out, ends: moved, fixed }
}

/** Finds the child that takes the text written at [start, end[; null when the change touches a fixed child.
 *  @param at the child of the character at `start`, or the last one */
function ownerOf(start: number, end: number, at: number, { text, ends, fixed }: TextRun): number | null {
  for (let child = at; child < ends.length && (ends[child - 1] ?? 0) < end; child++) {
    if (fixed.has(child) && (ends[child] ?? 0) > (ends[child - 1] ?? 0)) return null
  }
  let before = at
  while (before >= 0 && (ends[before - 1] ?? 0) >= start) before--
  // An insertion goes with the character after it, so that a space stays beside its « ; », outside the link before;
  // after an opening mark, with that mark.
  const after = (ends[at] ?? 0) > start ? at : -1
  const near = /[«([]/.test(text[start - 1] ?? '') ? [before, after] : [after, before]
  return near.find(child => child >= 0 && !fixed.has(child)) ?? null
}

/** A change to a run of text: the characters from `start` to `end` become `text`. */
export type Edit = { start: number; end: number; text: string }

/** A rule of French typography that changes characters. `text` is a whole paragraph, across its markup; code,
 *  cross-references and pictures stand in it as U+FFFC. A second application changes nothing more. */
export type TypographyRule = {
  nom: string
  edits(text: string): Edit[]
}

/** A rule that sets some characters apart without changing them. */
export type Wrap = {
  nom: string
  /** The element that they stand in, and what its tokens are called. */
  type: string
  tag: string
  attrs: [string, string][] | null
  spans(text: string): { start: number; end: number }[]
}

/** Pattern for a typed space; `\n` is the end of a line of the source. */
export const espace = '[ \\u00a0\\u202f\\n]'
export const insecable = '\u00a0'
export const fine = '\u202f'

/** Hyphens of other programs: Word writes one at which no line ends as a character of its own. */
export const hyphens = /[\u2010\u2011]/g

/** A rule that writes `text` in place of each match; the pattern keeps its context in look-arounds. */
export function remplacer(nom: string, pattern: RegExp, text: string): TypographyRule {
  return {
    nom,
    edits: source =>
      matchesOf(pattern, source).map(match => ({
        start: match.index,
        end: match.index + match[0].length,
        text,
      })),
  }
}
