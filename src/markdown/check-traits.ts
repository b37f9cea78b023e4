import type { Token } from 'markdown-it'
import type { Report } from './block.ts'

const LINE_OF_SIGNS = /^([ \t]*)(=+|[-–—_]{2,})[ \t]*$/gm

/** A line of signs alone: a rule of CommonMark, or what underlines a heading there. Nothing in the charter draws either. */
export function checkTraits(tokens: readonly Token[], report: Report): void {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 2]
    const underlined = tokens[index - 1]?.type === 'paragraph_close' && before?.map?.[1] === token.map?.[0]
    if (token.type === 'hr') tell(token, 0, token.markup, underlined ? (before?.content ?? '') : '')
    if (token.type !== 'inline' || tokens[index - 1]?.type !== 'paragraph_open') continue
    for (const { 1: indent = '', 2: signes = '', index } of token.content.matchAll(LINE_OF_SIGNS)) {
      const at = index + indent.length
      tell(token, at, signes, token.content.slice(0, at).trim())
    }
  }

  function tell(token: Token, offset: number, signes: string, above: string): void {
    const titre = above.slice(above.lastIndexOf('\n') + 1).trim()
    const remede = titre
      ? `Supprimer cette ligne ; si celle d'avant est un titre, l'écrire : ## ${titre}`
      : 'Supprimer cette ligne ; une section commence par un titre : ## Titre'
    report('trait-seul', token, offset, { signes, remede })
  }
}
