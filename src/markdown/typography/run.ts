import type { Token } from 'markdown-it'
import { isProtected, protectedZones } from './protect.ts'
import type { Rule } from './rule.ts'

/** The text of inline children as one string, so that a rule sees « **mot** : » whole, each character knowing the child
 *  it is from. */
export type Run = { text: string; owners: number[] }

/** @returns the run, and which children may not change: code, pictures, cross-references, bare addresses. */
export function runOf(children: readonly Token[]): { run: Run; fixed: ReadonlySet<number> } {
  const run: Run = { text: '', owners: [] }
  const fixed = new Set<number>()
  let autolink = false
  for (const [index, token] of children.entries()) {
    if (token.type === 'link_open') autolink = token.markup === 'autolink'
    if (token.type === 'link_close') autolink = false
    const free = (token.type === 'text' && !autolink) || token.type === 'softbreak'
    const text =
      token.type === 'text'
        ? token.content
        : /break$/.test(token.type)
          ? '\n'
          : token.nesting === 0
            ? '\ufffc'
            : ''
    if (!free) fixed.add(index)
    run.text += text
    for (let at = 0; at < text.length; at++) run.owners.push(index)
  }
  return { run, fixed }
}

/** Applies the rules one after the other, each to what the one before has made. */
export function applyRules(run: Run, rules: readonly Rule[], fixed: ReadonlySet<number>): Run {
  return rules.reduce((current, rule) => applyRule(current, rule, fixed), run)
}

function applyRule({ text, owners }: Run, rule: Rule, fixed: ReadonlySet<number>): Run {
  const edits = rule.edits(text)
  if (edits.length === 0) return { text, owners }
  const zones = protectedZones(text)
  let out = ''
  const outOwners: number[] = []
  let from = 0
  const copy = (to: number) => {
    out += text.slice(from, to)
    for (let at = from; at < to; at++) outOwners.push(owners[at] ?? 0)
    from = to
  }
  for (const { start, end, text: written } of edits) {
    if (start < from || text.slice(start, end) === written || isProtected(zones, start, end)) continue
    if (owners.slice(start, end).some(owner => fixed.has(owner))) continue
    // An insertion goes with the character after it, so that a space stays beside its « ; », outside the link before;
    // after an opening mark, with that mark.
    const near = /[«([]/.test(text[start - 1] ?? '') ? [start - 1, start] : [start, start - 1]
    const owner = near.map(at => owners[at]).find(index => index !== undefined && !fixed.has(index))
    if (owner === undefined) continue
    copy(start)
    out += written
    for (let at = 0; at < written.length; at++) outOwners.push(owner)
    from = end
  }
  copy(text.length)
  return { text: out, owners: outOwners }
}
