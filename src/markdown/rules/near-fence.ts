import { blocks } from '../blocks/index.ts'

const names: ReadonlySet<string> = new Set(blocks.map(({ name }) => name))
const near = /^(?:::(?!:)|:(?=[: ]{0,3} :)[: ]{2,4}:?(?=\s|$))[ \t\u00a0\u202f]*(?:([\p{L}-]+)(?!\S)|$)/u

/** What a line of two colons, or of three apart, nearly does: `:: exemple …` opens a block, `::` closes one; any other line → null. */
export function nearFenceOf(text: string): 'ouvre' | 'ferme' | null {
  const match = near.exec(text)
  if (!match) return null
  if (match[1] === undefined) return 'ferme'
  return names.has(match[1].toLowerCase()) ? 'ouvre' : null
}
