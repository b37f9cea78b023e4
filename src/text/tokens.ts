import type { Token } from 'markdown-it'
import MarkdownIt from 'markdown-it'

/** The words of inline children, as a reader sees them, without markup. */
export function plainText(children: readonly Token[] | null): string {
  let text = ''
  for (const token of children ?? []) {
    switch (token.type) {
      case 'text':
      case 'text_special':
      case 'code_inline':
      case 'renvoi':
        text += token.content
        break
      case 'softbreak':
      case 'hardbreak':
        text += ' '
        break
      case 'image':
        text += plainText(token.children)
        break
    }
  }
  return text.trim()
}

/** The words of a run of block tokens. */
export function textOfTokens(tokens: readonly Token[]): string {
  return tokens
    .map(token => {
      if (token.type === 'inline') return plainText(token.children)
      return token.type === 'fence' || token.type === 'code_block' ? token.content : ''
    })
    .filter(Boolean)
    .join('\n')
}

/** Words: letters and figures, with the apostrophes, full stops and hyphens that join them. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** Copies a token, but shares what its fields hold. Calling the constructor would be slower: it gives each field a first value. */
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

/** A cell of a table: its words between what opens and what closes it. */
export type TableCell = { open: Token; inline: Token; close: Token }

/** The cells of the tables among some tokens, table by table and row by row. */
export function tablesOf(tokens: readonly Token[]): TableCell[][][] {
  const tables: TableCell[][][] = []
  for (const [index, open] of tokens.entries()) {
    if (open.type === 'table_open') tables.push([])
    if (open.type === 'tr_open') tables.at(-1)?.push([])
    const [inline, close] = tokens.slice(index + 1, index + 3)
    if (/^t[hd]_open$/.test(open.type) && inline && close)
      tables.at(-1)?.at(-1)?.push({ open, inline, close })
  }
  return tables
}

/** A stretch of a text, and the element that it is to stand in.
 *  @param type of its tokens: `abbr_open` and `abbr_close` for `abbr` */
export type Marked = {
  start: number
  end: number
  type: string
  tag: string
  attrs: [string, string][] | null
}

/** The tokens of a text whose stretches, given in order, stand in elements of their own; of two that overlap, the first does. */
export function markIn(text: Token, marks: readonly Marked[]): Token[] {
  if (marks.length === 0) return [text]
  const words = (start: number, end?: number) => derive(text, 'text', '', 0, text.content.slice(start, end))
  const parts: Token[] = []
  let from = 0
  for (const { start, end, type, tag, attrs } of marks) {
    if (start < from) continue
    const open = derive(text, `${type}_open`, tag, 1)
    open.attrs = attrs
    parts.push(words(from, start), open, words(start, end), derive(text, `${type}_close`, tag, -1))
    from = end
  }
  parts.push(words(from))
  return parts.filter(({ type, content }) => type !== 'text' || content !== '')
}

/** The pictures that stand alone in their paragraph, by the token that opens it: they are figures, and show their credit. */
export function figuresOf(tokens: readonly Token[]): Map<Token, Token> {
  const figures = new Map<Token, Token>()
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    // A tight list has no paragraphs to make figures of, and a block sets the first line of its items itself.
    if (token.type !== 'paragraph_open' || token.hidden) continue
    if (bloc && tokens[index - 1]?.type === 'list_item_open') continue
    const [image, ...others] = tokens[index + 1]?.children ?? []
    if (image?.type === 'image' && others.length === 0) figures.set(token, image)
  }
  return figures
}
