import type { StateBlock, Token } from 'markdown-it'
import { type Block, blocks } from '../blocks/index.ts'
import { nearest } from '../nearest.ts'
import type { ParseEnv } from '../parse-env.ts'

const opening = /^:::+[ \t]*(\S.*)?$/

/** `::: nom …` to `:::`, at the top of a body only: blocks never nest. */
export function blocRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const text = lineAt(state, startLine)
  const found = opening.exec(text)
  if (!found) return false
  if (silent) return true
  const env = state.env as ParseEnv
  const column = state.bMarks[startLine] === undefined ? 0 : columnOf(state, startLine)
  const tell = (code: Parameters<ParseEnv['report']>[0], line: number, values = {}, at = column) =>
    env.report(code, { line, column: at }, values)

  if (found[1] === undefined) {
    tell('bloc-fermeture-seule', startLine)
    state.line = startLine + 1
    return true
  }
  if (state.level > 0) {
    tell('bloc-imbrique', startLine, { bloc: nameOf(found[1]), dans: 'une liste ou une citation' })
    state.line = startLine + 1
    return true
  }

  const nom = nameOf(found[1])
  const end = findEnd(state, startLine, endLine, nom, tell)
  const block = blocks.find(one => one.nom === nom)
  if (!block) {
    const noms = blocks.map(one => one.nom)
    const near = nearest(nom, noms)
    const attendu = near[0] ? `::: ${near[0]}` : `l’un de ces noms : ${noms.join(', ')}`
    tell('bloc-inconnu', startLine, { bloc: nom, attendu }, column + text.indexOf(nom))
    tokenizeBody(state, startLine + 1, end.body)
    state.line = end.after
    return true
  }

  emit(state, block, { startLine, end, text, column, nom })
  state.line = end.after
  return true
}

type End = { body: number; after: number }
type Tell = (code: Parameters<ParseEnv['report']>[0], line: number, values?: Record<string, string>) => void

/** A block without `:::` below it ends before the next `::: nom` or `##`, and the problem is told at its opening. */
function findEnd(state: StateBlock, startLine: number, endLine: number, nom: string, tell: Tell): End {
  const nested: number[] = []
  for (let line = startLine + 1; line < endLine; line++) {
    const text = lineAt(state, line)
    const found = opening.exec(text)
    const heading = /^#{1,2}\s/.test(text)
    if (!found && !heading) continue
    if (found && found[1] === undefined) {
      // `::: a`, `::: b`, `:::`, `:::`: as many closings as openings, so the author meant one inside the other.
      const open = nested.pop()
      if (open === undefined) return { body: line, after: line + 1 }
      const inner = nameOf(opening.exec(lineAt(state, open))?.[1] ?? '')
      if (closesAgain(state, line + 1, endLine)) {
        tell('bloc-imbrique', open, { bloc: inner, dans: `« ${nom} »` })
        return { body: open, after: skipClosing(state, line + 1, endLine) }
      }
      tell('bloc-non-ferme', startLine, { bloc: nom })
      return { body: open, after: open }
    }
    if (heading || nested.length > 0) {
      tell('bloc-non-ferme', startLine, { bloc: nom })
      const stop = nested[0] ?? line
      return { body: stop, after: stop }
    }
    nested.push(line)
  }
  tell('bloc-non-ferme', startLine, { bloc: nom })
  const stop = nested[0] ?? endLine
  return { body: stop, after: stop }
}

function closesAgain(state: StateBlock, from: number, endLine: number): boolean {
  for (let line = from; line < endLine; line++) {
    const found = opening.exec(lineAt(state, line))
    if (found) return found[1] === undefined
  }
  return false
}

function skipClosing(state: StateBlock, from: number, endLine: number): number {
  for (let line = from; line < endLine; line++) if (opening.test(lineAt(state, line))) return line + 1
  return endLine
}

type Found = { startLine: number; end: End; text: string; column: number; nom: string }

function emit(state: StateBlock, block: Block, { startLine, end, text, column, nom }: Found): void {
  const env = state.env as ParseEnv
  const argument = text.slice(text.indexOf(nom) + nom.length)
  const lead = argument.length - argument.trimStart().length
  const offset = column + text.indexOf(nom) + nom.length + lead
  const ouverture = block.ouverture(argument.trim(), (code, at, values) =>
    env.report(code, { line: startLine, column: offset + at }, values ?? {}),
  )

  const open = state.push('bloc_open', '', 1)
  open.map = [startLine, end.after]
  open.markup = ':::'
  open.block = true
  open.meta = { nom, donnees: ouverture.donnees, column }
  for (const partie of ouverture.parties) {
    inline(state, partie.texte, startLine, { role: partie.role, column: offset + partie.offset })
  }
  const closing = closingLine(state, block, startLine + 1, end.body)
  tokenizeBody(state, startLine + 1, closing)
  if (closing < end.body) {
    let last = end.body
    while (last > closing && state.isEmpty(last - 1)) last--
    const token = inline(state, state.getLines(closing, last, 0, false).trim(), closing, { role: 'cloture' })
    token.map = [closing, last]
  }
  state.push('bloc_close', '', -1).block = true
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
  if (!block.cloture) return end
  let line = end - 1
  while (line >= start && state.isEmpty(line)) line--
  for (; line >= start && !state.isEmpty(line); line--) {
    const text = lineAt(state, line)
    if (block.cloture.test(text)) return line
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

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()
}

function columnOf(state: StateBlock, line: number): number {
  return state.tShift[line] ?? 0
}

function nameOf(argument: string): string {
  return /^\S+/.exec(argument)?.[0] ?? ''
}
