import MarkdownIt, { type Token } from 'markdown-it'

/** The fields of a token, all of them and always in this order: V8 then reads and writes them as it does those of one class. */
class Fields {
  map: Token['map']
  level: number
  children: Token[] | null
  content: string
  markup: string
  info: string
  block: boolean
  hidden: boolean
  type: string
  tag: string
  attrs: Token['attrs']
  nesting: Token['nesting']
  meta: Token['meta']

  constructor(from: Token) {
    this.map = from.map
    this.level = from.level
    this.children = from.children
    this.content = from.content
    this.markup = from.markup
    this.info = from.info
    this.block = from.block
    this.hidden = from.hidden
    this.type = from.type
    this.tag = from.tag
    this.attrs = from.attrs
    this.nesting = from.nesting
    this.meta = from.meta
  }
}
Object.setPrototypeOf(Fields.prototype, MarkdownIt.Token.prototype)

const blank = new MarkdownIt.Token('', '', 0)

export function newToken(type: string, tag: string, nesting: Token['nesting']): Token {
  const token = copyToken(blank)
  token.type = type
  token.tag = tag
  token.nesting = nesting
  return token
}

/** Another token of the same fields; what these hold is shared. */
export const copyToken = (token: Token): Token => new Fields(token) as unknown as Token

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
