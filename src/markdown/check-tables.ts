import type { Token } from 'markdown-it'
import type { Report } from './block.ts'

const outOfQuotes = (line: string): string => line.replace(/^(?: {0,3}> ?)+/, '')

/** Tells of tables without rows, of rows without the line that Markdown asks for under the head, and of text that a table took.
 *  @param lines of the source that the tokens were made of */
export function checkTables(tokens: readonly Token[], lines: readonly string[], report: Report): void {
  let head: Token | null = null
  let isStray = false
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') isStray = false
    if (token.type === 'inline') head = token
    if (token.type === 'thead_close' && tokens[index + 1]?.type === 'table_close')
      report('tableau-mal-ecrit', head ?? token, 0, {
        cause: 'il n’y a que les titres des colonnes',
        remede: 'Écrire dessous une ligne par donnée, ou supprimer le tableau',
      })
    if (tokens[index - 1]?.type === 'paragraph_open') checkRows(token, report)
    const cell = tokens[index + 2]
    if (token.type !== 'tr_open' || tokens[index + 1]?.type !== 'td_open' || !cell) continue
    const line = outOfQuotes(lines[token.map?.[0] ?? 0] ?? '').trim()
    // A block is told of as such, and what follows the first line of a text as that line.
    if (!isStray && !line.includes('|') && !line.startsWith(':::'))
      report('signes-perdus', cell, 0, {
        trouve: line,
        cause: 'collée sous le tableau, cette ligne en sera une case',
        remede: 'une ligne vide, puis elle',
      })
    isStray = !line.includes('|')
  }
}

const isRow = (line: string) => /^\s*\|.*\|/.test(line) || /^[^|]+\|[^|]+\|[^|]+$/.test(line)

/** A line of strokes, as `|---|` draws them. */
const isRule = (line: string) => /^[\s|:+=-]+$/.test(line) && /[-=]{2}/.test(line)

/** Two rows in a paragraph, or a row and a line of strokes that has not as many columns. */
function checkRows(paragraph: Token, report: Report): void {
  if (!paragraph.content.includes('|')) return
  const lines = paragraph.content.split('\n')
  const first = lines.findIndex(
    (line, index) => isRow(line) && (isRow(lines[index + 1] ?? '') || isRule(lines[index + 1] ?? '')),
  )
  const line = lines[first]
  if (line === undefined) return
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => cell.trim() || '…')
  const row = (words: readonly string[]) => `| ${words.join(' | ')} |`
  const offset = lines.slice(0, first).join('\n').length + (first > 0 ? 1 : 0)
  report('tableau-mal-ecrit', paragraph, offset + line.length - line.trimStart().length, {
    cause: isRule(lines[first + 1] ?? '')
      ? 'la ligne de tirets n’a pas ses colonnes, séparées par des |'
      : 'il manque la ligne de tirets sous la première',
    remede: `Écrire ${row(cells)}, dessous ${row(cells.map(() => '---'))}, puis une ligne par donnée, écrite comme la première`,
  })
}
