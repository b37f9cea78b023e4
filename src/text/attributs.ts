import type { StateInline, Token } from 'markdown-it'

/** Attributes of `{.leviers picto=search #reperer}`. `ancre` null: no anchor; `doubles`: repetitions. */
export type Attributs = {
  classes: string[]
  valeurs: Record<string, string>
  ancre: string | null
  doubles: { mot: string; premier: string }[]
  offset: number
}

/** Pattern for the value after `=`, right or wrong. */
export const VALEUR = String.raw`[\p{L}\d_,;-]+`

const single = String.raw`(?:\.[\w-]+|[\w-]+=${VALEUR}|#[^\s{}#.=]+)`
const attributs = new RegExp(String.raw`\{\s*(${single}(?:\s+${single}){0,8})\s*\}`, 'uy')

/** `{.class}`, `{name=value}` and `{#ancre}` after a heading's text, a domain's name or a figure. */
export function attributsRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false
  attributs.lastIndex = state.pos
  const match = attributs.exec(state.src)
  if (!match) return false
  if (!silent) {
    const token = state.push('attributs', '', 0)
    token.content = match[0]
    token.meta = { mots: (match[1] ?? '').split(/\s+/), offset: state.pos } satisfies BracedWords
  }
  state.pos += match[0].length
  return true
}

/** Words in a pair of braces, and their place in the text. */
type BracedWords = { mots: string[]; offset: number }

/** Takes the attributes out of inline children, with the space before them: several pairs of braces are read as one. */
export function takeAttributs(children: Token[]): { children: Token[]; attributs: Attributs | null } {
  const rest: Token[] = []
  const taken: BracedWords[] = []
  for (const [index, token] of children.entries()) {
    if (token.type !== 'attributs') {
      rest.push(token)
      continue
    }
    taken.push(token.meta as BracedWords)
    const [before, after] = [rest.at(-1), children[index + 1]]
    if (before?.type === 'text' && (!after || /^\s/.test(after.content) || after.type === 'attributs'))
      before.content = before.content.trimEnd()
  }
  const [first] = taken
  if (!first) return { children, attributs: null }
  return {
    children: rest,
    attributs: {
      ...readWords(taken.flatMap(({ mots }) => mots)),
      offset: first.offset,
    },
  }
}

/** Of what is said twice, the first counts. */
function readWords(mots: readonly string[]): Omit<Attributs, 'offset'> {
  const firsts = new Map<string, string>()
  const doubles: Attributs['doubles'] = []
  for (const mot of mots) {
    const key = mot.startsWith('#') ? '#' : (mot.split('=')[0] ?? mot)
    const premier = firsts.get(key)
    if (premier === undefined) firsts.set(key, mot)
    else doubles.push({ mot, premier })
  }
  const ancre = firsts.get('#')?.slice(1) ?? null
  const others = [...firsts.values()].filter(mot => !mot.startsWith('#'))
  return {
    classes: others.flatMap(mot => (mot.startsWith('.') ? [mot.slice(1)] : [])),
    valeurs: Object.fromEntries(others.flatMap(mot => (mot.includes('=') ? [mot.split('=', 2)] : []))),
    ancre,
    doubles,
  }
}
