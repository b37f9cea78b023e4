import type { StateBlock, Token } from 'markdown-it'
import { blocks } from '../../blocks/index.ts'
import { nearest } from '../../problems/index.ts'
import { type Block, cutOpening, fenceOf, type OpeningLine } from '../../text/index.ts'
import { type End, findEnd, lineAt, nearFenceOf, type ParseEnv } from './fence.ts'

/** `::: nom …` to `:::`, at the top of a body only: blocks never nest. Within a list or a quotation the line stays text,
 *  and `checkStrayBlocks` tells of it. */
export function blocRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const text = lineAt(state, startLine)
  if (fenceOf(text) === null) return false
  // A line further left than the list it follows is not in that list: it ends it.
  if (state.level > 0 && (state.sCount[startLine] ?? 0) >= state.blkIndent) return false
  if (silent) return true

  const env = state.env as ParseEnv
  const column = state.tShift[startLine] ?? 0
  const opening = cutOpening(text)
  if (!opening) {
    if (!env.spent.has(startLine) && !closesNearFence(state, startLine))
      env.report('bloc-fermeture-seule', { line: startLine, column }, {})
    state.line = startLine + 1
    return true
  }
  const end = findEnd(state, startLine, endLine)
  if (end.problem) env.report(end.problem.code, { line: end.problem.line, column }, end.problem.values)
  if (end.spent !== undefined) env.spent.add(end.spent)

  const { name: nom } = opening
  const block = blocks.find(({ name }) => name === nom)
  if (block) emit(state, block, opening, { startLine, end })
  else {
    const at = { line: startLine, column: column + text.indexOf(nom) }
    env.report('bloc-inconnu', at, { bloc: nom, attendu: expected(nom) })
    tokenizeBody(state, startLine + 1, end.body)
  }
  state.line = end.after
  return true
}

/** Tells of a `:::` that closes a block whose opening line above failed and is already reported: it has two colons, or a
 *  table took it. */
function closesNearFence(state: StateBlock, closing: number): boolean {
  for (let line = closing - 1; line >= 0; line--) {
    const text = lineAt(state, line)
    if (fenceOf(text) !== null) return fenceOf(text) !== '' && lineAt(state, line - 1).includes('|')
    if (nearFenceOf(text) === 'ouvre') return true
  }
  return false
}

function expected(nom: string): string {
  const noms = blocks.map(({ name }) => name)
  const near = nearest(nom, noms)
  return near ? `::: ${near}` : `l'un de ces noms : ${noms.join(', ')}`
}

function emit(
  state: StateBlock,
  block: Block,
  { name: nom, words, offset: within, ancre }: OpeningLine,
  { startLine, end }: { startLine: number; end: End },
): void {
  const env = state.env as ParseEnv
  const column = state.tShift[startLine] ?? 0
  const offset = column + within
  if (words.startsWith(':'))
    env.report(
      'bloc-mal-ouvert',
      { line: startLine, column: offset },
      {
        cause: "le nom du bloc n'en a pas après lui",
        remedy: `::: ${nom} ${words.replace(/^[:\s]+/, '')}`,
      },
    )
  const opening = block.open(words, (code, at, values) =>
    env.report(code, { line: startLine, column: offset + at }, values ?? {}),
  )

  const open = state.push('bloc_open', '', 1)
  open.map = [startLine, end.after]
  open.markup = ':::'
  open.block = true
  open.meta = { nom, donnees: opening.donnees, column, ...(ancre !== null && { ancreEcrite: ancre }) }
  for (const { role, texte, offset: at } of opening.parts)
    if (role !== 'marque') inline(state, texte, startLine, { role, column: offset + at })
  const closing = closingLine(state, block, startLine + 1, end.body)
  if (block.closeFirst) emitClosing(state, closing, end.body)
  tokenizeBody(state, startLine + 1, closing)
  if (!block.closeFirst) emitClosing(state, closing, end.body)
  state.push('bloc_close', '', -1).block = true
}

/** The closing words, from line `closing` on; nothing when they begin at `end`. */
function emitClosing(state: StateBlock, closing: number, end: number): void {
  if (closing >= end) return
  let last = end
  while (last > closing && state.isEmpty(last - 1)) last--
  const token = inline(state, state.getLines(closing, last, 0, false).trim(), closing, { role: 'close' })
  token.map = [closing, last]
}

function inline(
  state: StateBlock,
  content: string,
  line: number,
  { role, column }: { role: string; column?: number },
): Token {
  const token = state.push('inline', '', 0)
  token.content = content
  token.map = [line, line + 1]
  token.children = []
  token.meta = { role, ...(column === undefined ? {} : { lignes: [{ line, column }] }) }
  return token
}

/** The line where the closing words begin (`Source : …`, which may follow a list without an empty line), else `end`. */
function closingLine(state: StateBlock, block: Block, start: number, end: number): number {
  if (!block.close) return end
  let line = end - 1
  while (line >= start && state.isEmpty(line)) line--
  for (; line >= start && !state.isEmpty(line); line--) {
    const text = lineAt(state, line)
    if (block.close.test(text)) return line
    if (/^([-*+]|\d+[.)])\s|^\|/.test(text)) return end
  }
  return end
}

function tokenizeBody(state: StateBlock, start: number, end: number): void {
  const { lineMax, parentType } = state
  state.lineMax = end
  state.parentType = 'bloc'
  state.md.block.tokenize(state, start, end)
  state.lineMax = lineMax
  state.parentType = parentType
}
