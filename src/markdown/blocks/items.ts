import type { Token } from 'markdown-it'
import { copyWith } from '../token.ts'

/** An item of a block's list: its first line of text, and what stands below it. */
export type Item = { open: Token; inline: Token; suite: Token[] }

/** The items of all top-level lists of a block's body, and the tokens that are in no list. */
export function itemsOf(corps: readonly Token[]): { items: Item[]; reste: Token[] } {
  const items: Item[] = []
  const reste: Token[] = []
  let depth = 0
  let open: Token | null = null
  let inside: Token[] = []
  for (const token of corps) {
    const list = /^(bullet|ordered)_list_(open|close)$/.exec(token.type)
    if (list?.[2] === 'open' && ++depth === 1) continue
    if (list?.[2] === 'close' && --depth === 0) continue
    if (depth === 0) {
      reste.push(token)
    } else if (token.type === 'list_item_open' && depth === 1) {
      open = token
      inside = []
    } else if (token.type === 'list_item_close' && depth === 1) {
      const first = inside.findIndex(({ type }) => type === 'inline')
      const inline = inside[first]
      // The paragraph around the first line goes; a nested list or a second paragraph stays below it.
      if (open && inline) items.push({ open, inline, suite: inside.slice(first + 2) })
      open = null
    } else {
      inside.push(token)
    }
  }
  return { items, reste }
}

/** Cuts inline children after the first place where a text token matches: `before` without the match, `after` without it. */
export function cutChildren(
  children: readonly Token[],
  at: RegExp,
): { before: Token[]; match: string; after: Token[] } | null {
  let level = 0
  for (const [index, token] of children.entries()) {
    level += token.nesting
    if (token.type !== 'text' || level !== 0) continue
    const found = at.exec(token.content)
    if (!found) continue
    const before = copyWith(token, token.content.slice(0, found.index))
    const after = copyWith(token, token.content.slice(found.index + found[0].length))
    return {
      before: [...children.slice(0, index), before].filter(kept),
      match: found[0],
      after: [after, ...children.slice(index + 1)].filter(kept),
    }
  }
  return null
}

function kept(token: Token): boolean {
  return token.type !== 'text' || token.content !== ''
}

/** The children of a leading `**…**`, and those after it. */
export function leadingStrong(children: readonly Token[]): { strong: Token[]; after: Token[] } | null {
  const start = children.findIndex(token => token.type !== 'text' || token.content.trim() !== '')
  if (children[start]?.type !== 'strong_open') return null
  let depth = 0
  for (let index = start; index < children.length; index++) {
    if (children[index]?.type === 'strong_open') depth++
    if (children[index]?.type === 'strong_close' && --depth === 0) {
      return { strong: children.slice(start + 1, index), after: children.slice(index + 1) }
    }
  }
  return null
}
