import MarkdownIt, { type Token } from 'markdown-it'

/** Another token of the same fields; what these hold is shared. The constructor would first give each of them another value,
 *  which takes longer than the copy. */
export const copyToken = (token: Token): Token =>
  Object.assign(Object.create(MarkdownIt.Token.prototype) as Token, token)

/** The token with other words. */
export function copyWith(token: Token, content: string): Token {
  const copy = copyToken(token)
  copy.content = content
  return copy
}

/** A token of another kind that stands where `from` stands. */
export function derive(
  from: Token,
  type: string,
  tag: string,
  nesting: Token['nesting'],
  content = '',
): Token {
  const token = copyToken(from)
  token.type = type
  token.tag = tag
  token.nesting = nesting
  token.content = content
  token.attrs = null
  token.children = null
  return token
}
