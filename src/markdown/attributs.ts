import type { StateInline, Token } from 'markdown-it'

/** What `{.leviers picto=search}` says. */
export type Attributs = { classes: string[]; valeurs: Record<string, string>; offset: number }

const attributs = /\{\s*((?:\.[\w-]+|[\w-]+=[\w-]+)(?:\s+(?:\.[\w-]+|[\w-]+=[\w-]+)){0,8})\s*\}/y

/** `{.class}` and `{name=value}` after a heading's text or a domain's name. */
export function attributsRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false
  attributs.lastIndex = state.pos
  const found = attributs.exec(state.src)
  if (!found) return false
  if (!silent) {
    const words = (found[1] ?? '').split(/\s+/)
    const token = state.push('attributs', '', 0)
    token.content = found[0]
    token.meta = {
      classes: words.filter(word => word.startsWith('.')).map(word => word.slice(1)),
      valeurs: Object.fromEntries(words.filter(word => word.includes('=')).map(word => word.split('=', 2))),
      offset: state.pos,
    } satisfies Attributs
  }
  state.pos += found[0].length
  return true
}

/** Takes the first attributes out of inline children, with the space before them. */
export function takeAttributs(children: Token[]): { children: Token[]; attributs: Attributs | null } {
  const at = children.findIndex(token => token.type === 'attributs')
  if (at < 0) return { children, attributs: null }
  const rest = children.filter((_, index) => index !== at)
  const before = rest[at - 1]
  const after = rest[at]
  if (before?.type === 'text' && (!after || /^\s/.test(after.content)))
    before.content = before.content.trimEnd()
  return { children: rest, attributs: children[at]?.meta as Attributs }
}
