import type { MarkdownIt as Markdown, Token } from 'markdown-it'

/** Lets the tokens of links and pictures say where they were pushed: markdown-it itself forgets where inline tokens stand. */
export function noteOffsets(md: Markdown): void {
  md.inline.State = class extends md.inline.State {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      const token = super.push(type, tag, nesting)
      if (type === 'link_open' || type === 'image') token.meta = { offset: this.pos }
      return token
    }
  }
}

/** The inline tokens of a type among those of a body: each with the one that holds it, and where it stands in its content. */
export const childrenOf = (
  tokens: readonly Token[],
  type: string,
): { inline: Token; child: Token; offset: number }[] =>
  tokens.flatMap(inline =>
    (inline.children ?? [])
      .filter(child => child.type === type)
      .map(child => ({ inline, child, offset: offsetOf(child) })),
  )

/** Where the first sign of a token that notes it stands in the content of its inline token. */
export function offsetOf(token: Token): number {
  const pushed = Number(token.meta?.['offset'] ?? 0)
  // The rule of `[words](address)` has gone behind its bracket when it opens the link.
  return token.type === 'link_open' && token.markup !== 'autolink' ? pushed - 1 : pushed
}
