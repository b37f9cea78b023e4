import type { Token } from 'markdown-it'

/** Each token of a body, its index, and the name of the block that it stands in or opens; empty: none. */
export function* withinBlocs(
  tokens: readonly Token[],
): Generator<{ index: number; token: Token; bloc: string }> {
  let bloc = ''
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'bloc_open') bloc = String(token.meta?.['nom'])
    if (token.type === 'bloc_close') bloc = ''
    yield { index, token, bloc }
  }
}
