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

/** Finds the inline tokens of a type in a body: each with its parent, and its place in the parent's content. */
export const childrenOf = (
  tokens: readonly Token[],
  type: string,
): { inline: Token; child: Token; offset: number }[] =>
  tokens.flatMap(inline =>
    (inline.children ?? [])
      .filter(child => child.type === type)
      .map(child => ({ inline, child, offset: offsetOf(child) })),
  )

/** Gives the offset of a token's first sign in the content of its inline token. */
export function offsetOf(token: Token): number {
  const pushed = Number(token.meta?.['offset'] ?? 0)
  // The rule of `[words](address)` has gone behind its bracket when it opens the link.
  return token.type === 'link_open' && token.markup !== 'autolink' ? pushed - 1 : pushed
}

/** Places of inline content in the body: one entry per line of the content, counted from 0. */
type Lignes = { line: number; column: number }[]

/** Gives the place of `content[offset]` in the body; lines and columns from 0. */
export function positionOf(inline: Token, offset: number): { line: number; column: number } {
  const lignes = (inline.meta?.['lignes'] ?? []) as Lignes
  const before = inline.content.slice(0, offset)
  const row = before.split('\n').length - 1
  const ligne = lignes[row]
  if (!ligne) return { line: inline.map?.[0] ?? 0, column: 0 }
  const start = before.lastIndexOf('\n') + 1
  const escapes = ((inline.meta?.['echappes'] ?? []) as number[]).filter(at => at <= offset).length
  return { line: ligne.line, column: ligne.column + (offset - start) + escapes }
}

/** Notes places that markdown-it drops: it keeps only the lines of a block, and nothing for the cells of a table. Inline
 *  tokens get the places of their lines, code that of its signs, and the row of a table the text after its last cell. */
export function notePositions(tokens: Token[], lines: readonly string[]): void {
  let row = 0
  let cursor = 0
  let opened: Token | null = null
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') {
      row = token.map?.[0] ?? row
      // The head has as many cells as there are columns. Below it, what begins with `>` is the sign of a quotation around
      // the table: no cell does, as it would end the table.
      opened = tokens[index + 1]?.type === 'td_open' ? token : null
      cursor = opened ? leadOf(lines[row] ?? '') : 0
    }
    if (token.type === 'tr_close' && opened) noteSurplus(opened, lines[row] ?? '', cursor)
    if (token.type === 'fence') {
      // Whatever stands before its signs (a list, a quotation), what follows them ends where the line ends.
      const column = (lines[token.map?.[0] ?? 0] ?? '').length - token.info.length - token.markup.length
      token.meta = { ...token.meta, column }
    }
    if (token.type !== 'inline' || token.meta?.['lignes']) continue
    const opening = tokens[index - 1]
    if (opening?.type === 'td_open' || opening?.type === 'th_open') {
      cursor = noteCell(token, lines[row] ?? '', row, cursor)
    } else {
      token.meta = { ...token.meta, lignes: linesOf(token, lines, opening?.type === 'heading_open') }
    }
  }
}

function linesOf(token: Token, lines: readonly string[], heading: boolean): Lignes {
  const first = token.map?.[0] ?? 0
  return token.content.split('\n').map((content, row) => {
    const source = lines[first + row] ?? ''
    const text = content.trim()
    const lead = content.length - content.trimStart().length
    // An ATX heading may end with #s, which are not in the content; everything else ends where its line ends.
    const at = heading
      ? source.indexOf(text, /^\s*#*\s*/.exec(source)?.[0].length ?? 0)
      : source.trimEnd().length - text.length
    return { line: first + row, column: Math.max(0, at - lead) }
  })
}

const leadOf = (source: string) => /^[ \t>]*/.exec(source)?.[0].length ?? 0

/** Notes the text of a row beyond the columns of its table, and its place; empty cells do not count. */
function noteSurplus(open: Token, source: string, from: number): void {
  const rest = source.slice(from)
  const at = rest.search(/[^\s|]/)
  if (at === -1) return
  const surplus = rest.slice(at).trim().replace(/\|$/, '').trim()
  open.meta = { ...open.meta, surplus, column: from + at }
}

/** A cell's content has its `\|` unescaped: each adds one to the columns after it. Returns where the next cell begins. */
function noteCell(token: Token, source: string, row: number, from: number): number {
  let at = from
  while (at < source.length && /[\s|]/.test(source.charAt(at))) at++
  const echappes: number[] = []
  let end = at
  for (let offset = 0; offset < token.content.length; offset++, end++) {
    if (source.startsWith('\\|', end) && token.content[offset] === '|') {
      echappes.push(offset)
      end++
    }
  }
  token.meta = { ...token.meta, lignes: [{ line: row, column: at }], echappes }
  // An empty cell leaves the cursor before the next one.
  return token.content === '' ? Math.min(source.length, from + 1) : end
}
