import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { outOfQuotes } from './source-line.ts'

/** Rows of a table that were none: a text right under it, another line of strokes, a sign that would have a cell reach up. And
 *  rows that empty lines part: they are paragraphs.
 *  @param lines of the source that the tokens were made of */
export function checkRows(tokens: readonly Token[], lines: readonly string[], report: Report): void {
  let isStray = false
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') isStray = false
    if (token.type === 'inline') checkApart(tokens, index, report)
    const cell = tokens[index + 2]
    if (token.type !== 'tr_open' || tokens[index + 1]?.type !== 'td_open' || !cell) continue
    const line = outOfQuotes(lines[token.map?.[0] ?? 0] ?? '').trim()
    const say = (trouve: string, cause: string, remede: string) =>
      report('signes-perdus', cell, 0, { trouve, cause, remede })
    // A block is told of as such, and what follows the first line of a text as that line.
    if (!isStray && !line.includes('|') && !line.startsWith(':::'))
      say(line, 'collée sous le tableau, cette ligne en sera une case', 'une ligne vide, puis elle')
    isStray = !line.includes('|')
    if (/^[|:\s-]+$/.test(line) && line.includes('--'))
      say(line, 'ces tirets seront imprimés', 'une seule ligne de tirets, sous les titres des colonnes')
    else if (/\|\s*\^+\s*(?:\||$)/.test(line))
      say('^', 'une case ne descend pas sur plusieurs lignes', 'les mots de la case, une fois de plus')
  }
}

function checkApart(tokens: readonly Token[], index: number, report: Report): void {
  const inline = tokens[index]
  if (!inline || !isRow(tokens, index)) return
  const underTable = tokens[index - 2]?.type === 'table_close'
  if (underTable || (isRow(tokens, index + 3) && !isRow(tokens, index - 3)))
    report('tableau-mal-ecrit', inline, 0, {
      cause: 'des lignes vides les séparent',
      remede:
        'Enlever les lignes vides, et écrire sous la première une ligne de tirets, comme | --- | --- |, si elle manque',
    })
}

/** Whether the token is a paragraph of one line, which a table has. */
function isRow(tokens: readonly Token[], index: number): boolean {
  const line = tokens[index - 1]?.type === 'paragraph_open' ? (tokens[index]?.content.trim() ?? '') : ''
  return (
    line.startsWith('|') &&
    line.endsWith('|') &&
    line.indexOf('|', 1) < line.length - 1 &&
    !line.includes('\n')
  )
}
