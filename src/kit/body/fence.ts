import type { StateBlock } from 'markdown-it'
import { blocks } from '../../blocks/index.ts'
import type { Code } from '../../problems/index.ts'
import { cutOpening, fenceOf } from '../../text/index.ts'

/** The text of a line, without its indent and trailing spaces. */
export function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd()
}

/** End of a block's body, the line to go on from, a problem if there is one. `spent`: line of a leftover `:::`, which closed
 *  a nested block. */
export type End = {
  body: number
  after: number
  problem?: { code: Code; line: number; values: Record<string, string> }
  spent?: number
}

/** A block without its own `:::` ends before the next block, or the next `##`. */
export function findEnd(state: StateBlock, startLine: number, endLine: number): End {
  const bloc = cutOpening(lineAt(state, startLine))?.name ?? ''
  const unclosed = (line: number): End => ({
    body: line,
    after: line,
    problem: { code: 'bloc-non-ferme', line: startLine, values: { bloc } },
  })
  let inner: number | null = null
  for (let line = startLine + 1; line < endLine; line++) {
    const text = lineAt(state, line)
    const argument = fenceOf(text)
    if (argument === '') {
      if (inner === null) return { body: line, after: line + 1 }
      const next = nextFence(state, line + 1, endLine)
      // `::: a`, `::: b`, `:::`, `:::`: as many closings as openings, so the author put b inside a.
      if (next < endLine && fenceOf(lineAt(state, next)) === '') return nested(state, inner, bloc, next)
      return unclosed(inner)
    }
    const opens = argument !== null
    if (opens ? inner !== null : /^#{1,2}\s/.test(text)) return unclosed(inner ?? line)
    if (opens) inner = line
  }
  return unclosed(inner ?? endLine)
}

function nested(state: StateBlock, inner: number, dans: string, spent: number): End {
  const bloc = cutOpening(lineAt(state, inner))?.name ?? ''
  const values = {
    bloc,
    dans: `« ${dans} »`,
    remedy: "Fermer le premier par ::: avant d'ouvrir le second, au début d'une ligne",
  }
  return { body: inner, after: inner, spent, problem: { code: 'bloc-imbrique', line: inner, values } }
}

function nextFence(state: StateBlock, from: number, endLine: number): number {
  for (let line = from; line < endLine; line++) if (fenceOf(lineAt(state, line)) !== null) return line
  return endLine
}

const names: ReadonlySet<string> = new Set(blocks.map(({ name }) => name))
const near = /^(?:::(?!:)|:(?=[: ]{0,3} :)[: ]{2,4}:?(?=\s|$))[ \t\u00a0\u202f]*(?:([\p{L}-]+)(?!\S)|$)/u

/** Reads a line of two colons, or of three apart: `:: exemple …` opens a block, `::` closes one; any other line → null. */
export function nearFenceOf(text: string): 'ouvre' | 'ferme' | null {
  const match = near.exec(text)
  if (!match) return null
  if (match[1] === undefined) return 'ferme'
  return names.has(match[1].toLowerCase()) ? 'ouvre' : null
}

/** Our `env` for the rules of markdown-it: they report problems at lines and columns of the body, from 0. */
export type ParseEnv = {
  /** Lines of `:::` that have lost their block to a nesting already reported. */
  spent: Set<number>
  report(code: Code, at: { line: number; column: number }, values: Record<string, string | number>): void
}
