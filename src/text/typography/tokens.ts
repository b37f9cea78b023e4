import type { Token } from 'markdown-it'
import { derive, type Marked, markIn } from '../tokens.ts'
import { rules } from './index.ts'
import { isProtected, protectedZones } from './protect.ts'
import { exposants, motsComposes } from './rules.ts'
import { applyRules, runOf, type Wrap } from './run.ts'

/** The first that claims a stretch keeps it. */
export const wraps: readonly Wrap[] = [exposants, motsComposes]

/** French typography on the inline tokens of a body, in place: characters, superscripts, unbroken words. */
export function typographTokens(tokens: readonly Token[]): void {
  for (const token of tokens) if (token.children) token.children = typographChildren(token.children)
}

/** French typography on inline children. */
export function typographChildren(children: readonly Token[]): Token[] {
  const run = runOf(children)
  const applied = applyRules(run, rules)
  const { text, ends } = applied
  const set: Token[] = []
  for (const [index, token] of children.entries()) {
    if (run.fixed.has(index)) {
      set.push(token)
      continue
    }
    const typed = token.type === 'text' ? token.content : '\n'
    const content = applied === run ? typed : text.slice(ends[index - 1] ?? 0, ends[index])
    if (content === '') continue
    const same = content === typed ? token : derive(token, 'text', '', 0, content)
    if (same.type === 'text') for (const part of markIn(same, wrapsIn(content))) set.push(part)
    else set.push(same)
  }
  return set
}

function wrapsIn(text: string): Marked[] {
  const claimed = wraps.flatMap(({ spans, type, tag, attrs }) =>
    spans(text).map(span => ({ ...span, type, tag, attrs })),
  )
  if (claimed.length === 0) return []
  const zones = protectedZones(text)
  return claimed.filter(({ start, end }) => !isProtected(zones, start, end)).sort((a, b) => a.start - b.start)
}
