import type { StateInline } from 'markdown-it'

const renvoi = /\[\[([^[\]\n]{1,120})\]\]/y

/** `[[slug]]`: a cross-reference to a fiche or page of the kit. */
export function renvoiRule(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos)) return false
  renvoi.lastIndex = state.pos
  const match = renvoi.exec(state.src)
  if (!match) return false
  if (!silent) {
    const token = state.push('renvoi', 'a', 0)
    token.content = (match[1] ?? '').trim()
    token.markup = '[['
    token.meta = { offset: state.pos }
  }
  state.pos += match[0].length
  return true
}
