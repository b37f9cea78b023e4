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

/** Where the first sign of a link or a picture stands in the content of its inline token. */
export function offsetOf(token: Token): number {
  const pushed = Number(token.meta?.['offset'] ?? 0)
  // The rule of `[words](address)` has gone behind its bracket when it opens the link.
  return token.type === 'link_open' && token.markup !== 'autolink' ? pushed - 1 : pushed
}
