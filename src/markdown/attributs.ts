import type { StateInline, Token } from 'markdown-it'

/** What `{.leviers picto=search #reperer}` says; `ancre` null: it names none. */
export type Attributs = {
  classes: string[]
  valeurs: Record<string, string>
  ancre: string | null
  offset: number
}

/** What stands after the sign =, right or wrong, as a pattern. */
export const VALEUR = String.raw`[\p{L}\d_,;-]+`

const one = String.raw`(?:\.[\w-]+|[\w-]+=${VALEUR}|#[^\s{}#.=]+)`
const attributs = new RegExp(String.raw`\{\s*(${one}(?:\s+${one}){0,8})\s*\}`, 'uy')

/** `{.class}`, `{name=value}` and `{#ancre}` after a heading's text, a domain's name or a figure. */
export function attributsRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false
  attributs.lastIndex = state.pos
  const match = attributs.exec(state.src)
  if (!match) return false
  if (!silent) {
    const words = (match[1] ?? '').split(/\s+/)
    const token = state.push('attributs', '', 0)
    token.content = match[0]
    token.meta = {
      classes: words.filter(word => word.startsWith('.')).map(word => word.slice(1)),
      valeurs: Object.fromEntries(words.filter(word => word.includes('=')).map(word => word.split('=', 2))),
      ancre: words.find(word => word.startsWith('#'))?.slice(1) ?? null,
      offset: state.pos,
    } satisfies Attributs
  }
  state.pos += match[0].length
  return true
}

/** Takes the attributes out of inline children, with the space before them: several pairs of braces are read as one. */
export function takeAttributs(children: Token[]): { children: Token[]; attributs: Attributs | null } {
  const rest: Token[] = []
  const taken: Attributs[] = []
  for (const [index, token] of children.entries()) {
    if (token.type !== 'attributs') {
      rest.push(token)
      continue
    }
    taken.push(token.meta as Attributs)
    const [before, after] = [rest.at(-1), children[index + 1]]
    if (before?.type === 'text' && (!after || /^\s/.test(after.content) || after.type === 'attributs'))
      before.content = before.content.trimEnd()
  }
  const [first] = taken
  if (!first) return { children, attributs: null }
  return {
    children: rest,
    attributs: {
      classes: taken.flatMap(({ classes }) => classes),
      valeurs: Object.assign({}, ...taken.map(({ valeurs }) => valeurs)),
      ancre: taken.find(({ ancre }) => ancre !== null)?.ancre ?? null,
      offset: first.offset,
    },
  }
}

const lastAncre = /\s*\{\s*#([^\s{}#.=]+)\s*\}$/

/** Parts an anchor from the end of a block's opening line. @param text without space at its end */
export function cutAncre(text: string): { text: string; ancre: string | null } {
  const match = lastAncre.exec(text)
  return match ? { text: text.slice(0, match.index), ancre: match[1] ?? null } : { text, ancre: null }
}
