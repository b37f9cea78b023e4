import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { blockNamed } from './blocks/index.ts'
import { checkTableWidth } from './check-table-width.ts'
import { withinBlocs } from './within-blocs.ts'

/** Rows of words that were a table where they come from: between tabs, or between pipes without the line that Markdown asks
 *  for under the head. Each is reported once, with the first lines to write. */
export function checkTables(tokens: readonly Token[], report: Report): void {
  for (const { index, token: inline, bloc } of withinBlocs(tokens)) {
    if (inline.type === 'thead_close' && tokens[index + 1]?.type === 'table_close')
      report(
        'tableau-mal-ecrit',
        tokens.slice(0, index).findLast(({ type }) => type === 'inline') ?? inline,
        0,
        {
          cause: 'il n’y a que les titres des colonnes',
          remede: 'Écrire dessous une ligne par donnée, ou supprimer le tableau',
        },
      )
    // Paper draws the table of a chart.
    if (inline.type === 'table_open' && (bloc === '' || blockNamed(bloc).print !== 'chart'))
      checkTableWidth(tokens, index, bloc ? 'box' : 'page', report)
    if (tokens[index - 1]?.type !== 'paragraph_open') continue
    const table = tableOf(inline.content)
    if (table === null) continue
    const { cells, at, cause } = table
    const head = row(cells)
    report('tableau-mal-ecrit', inline, at, {
      cause,
      remede: `Écrire ${head}, dessous ${row(cells.map(() => '---'))}, puis une ligne par donnée, écrite comme la première`,
    })
  }
}

type MisreadTable = { cells: string[]; at: number; cause: string }

function tableOf(content: string): MisreadTable | null {
  if (!/[\t|;,]/.test(content)) return null
  let at = 0
  let before: MisreadTable | null = null
  for (const line of content.split('\n')) {
    const candidate = rowOf(line, at)
    if (before && (candidate || isRule(line))) return { ...before, cause: causeOf(line) }
    before = candidate
    at += line.length + 1
  }
  return null
}

/** The cells of a line that has several. */
function rowOf(line: string, at: number): MisreadTable | null {
  const words = line.trim()
  // The mark of a list and its tab are reported as such.
  const cells = /\S.*\S\t+\S/.test(words)
    ? words.split(/\t+/)
    : exported.test(words)
      ? words.split(words.includes(';') ? ';' : ',')
      : /^\|.*\|/.test(words) || /^[^|]+\|[^|]+\|[^|]+$/.test(words)
        ? words.replace(/^\||\|$/g, '').split('|')
        : []
  return cells.length > 1
    ? {
        cells: cells.map(cell => cell.trim() || '…'),
        at: at + line.length - line.trimStart().length,
        cause: '',
      }
    : null
}

/** A line of a file that a spreadsheet exported: no sentence has its semicolons or several commas without a space on either side. */
const exported =
  /^[^\s;][^;]*?(?<! )(?:;(?! )[^;]{0,80}(?<! )){1,30}$|^[^\s,;]+(?:[^,;]*[^\s,;])?(?:,(?=[^\s,])[^,;]{0,80}(?<! )){2,30}$/

/** A line of strokes, as `|---|` and `+---+` draw them. */
const isRule = (line: string) => /^[\s|:+=-]+$/.test(line) && /[-=]{2}/.test(line)

function causeOf(second: string): string {
  if (exported.test(second.trim()))
    return `des ${second.includes(';') ? 'points-virgules' : 'virgules'} ne font pas de colonnes`
  if (isRule(second)) return 'la ligne de tirets n’a pas ses colonnes, séparées par des |'
  return second.includes('\t')
    ? 'des tabulations ne font pas de colonnes'
    : 'il manque la ligne de tirets sous la première'
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
