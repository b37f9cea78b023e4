import type { Token } from 'markdown-it'
import type { Report } from './block.ts'

/** Items without words, and items that were to stand under the one before and stand beside it.
 *  @param lines of the source that the tokens were made of */
export function checkLists(tokens: readonly Token[], lines: readonly string[], report: Report): void {
  const indents: number[] = []
  let framed = false
  for (const [index, token] of tokens.entries()) {
    // The lists of a block are its own affair.
    if (token.type === 'bloc_open') framed = true
    if (token.type === 'bloc_close') framed = false
    if (token.type.endsWith('_list_open')) indents.push(-1)
    if (token.type.endsWith('_list_close')) indents.pop()
    if (framed || token.type !== 'list_item_open') continue
    const line = lines[token.map?.[0] ?? 0] ?? ''
    const indent = line.length - line.trimStart().length
    const first = indents.at(-1) ?? -1
    if (first === -1) indents[indents.length - 1] = indent
    if (tokens[index + 1]?.type === 'list_item_close')
      report('signes-perdus', token, 0, {
        trouve: line.trim(),
        cause: 'cet élément de liste est vide',
        remede: 'son texte, ou supprimer la ligne',
      })
    else if (first >= 0 && indent === first + 1 && indents.length === 1)
      report('signes-perdus', token, 0, {
        trouve: line.trim(),
        cause: 'une seule espace ne met pas cet élément sous celui d’avant',
        remede: `deux espaces ou trois, puis ${line.trim()} ; sans espace pour un élément de même rang`,
      })
  }
}
