import type { Token } from 'markdown-it'
import { plainRun, tidyRuns, type WordRun } from '../element.ts'

/** Markdown that has no place in a paragraph of Word. */
export class Unmapped extends Error {
  override readonly name = 'Unmapped'
}

/** Tells of an address that Word accepts: it refuses a whole file for a bad one. */
const isAddress = (href: string) => /^(https?|mailto):[^\s\\"<>^`{|}]+$/i.test(href) && URL.canParse(href)

/** The runs of inline tokens, as they were written. @throws Unmapped for a picture among words, or a link with a title */
export function runsOf(children: readonly Token[] | null): WordRun[] {
  const runs: WordRun[] = []
  let [bold, italic] = [0, 0]
  let href: string | null = null
  const put = (text: string, set: Partial<WordRun> = {}) =>
    runs.push(plainRun(text, { bold: bold > 0, italic: italic > 0, href, ...set }))
  for (const token of children ?? []) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        put(token.content)
        break
      case 'softbreak':
        put(' ')
        break
      case 'hardbreak':
        put('\n')
        break
      case 'code_inline':
        put(token.content, { code: true })
        break
      case 'renvoi':
        put(`[[${token.content}]]`, { mark: true })
        break
      case 'attributs':
        put(token.content, { mark: true })
        break
      case 'strong_open':
      case 'strong_close':
        bold += token.nesting
        break
      case 'em_open':
      case 'em_close':
        italic += token.nesting
        break
      case 'link_open':
        if (token.attrGet('title')) throw new Unmapped('a link with a title')
        href = String(token.attrGet('href') ?? '')
        if (!isAddress(href)) throw new Unmapped('a link that leads nowhere')
        break
      case 'link_close':
        href = null
        break
      default:
        throw new Unmapped(token.type)
    }
  }
  return tidyRuns(runs)
}

/** Style of writing runs: signs as they are, or each behind a backslash; emphasis by `*` or `_`. */
export type Manner = { escape: boolean; italic: '*' | '_' }

/** Writes the runs of one paragraph as Markdown. Callers check that it reads back as the same runs. */
export function writeRuns(runs: readonly WordRun[], manner: Manner): string {
  let text = ''
  for (let at = 0; at < runs.length; ) {
    const run = runs[at] as WordRun
    const { kind, end } = longest(runs, at)
    const inner = (plain: Partial<WordRun>) =>
      writeRuns(
        runs.slice(at, end).map(run => ({ ...run, ...plain })),
        manner,
      )
    if (kind === 'bold') text += `**${inner({ bold: false })}**`
    else if (kind === 'italic') text += `${manner.italic}${inner({ italic: false })}${manner.italic}`
    else if (kind === 'href') text += `[${inner({ href: null })}](${address(run.href ?? '')})`
    else text += words(run, manner)
    at = end
  }
  return text
}

/** The setting that begins at a run and goes on longest, which stands outside, and where it ends. */
function longest(
  runs: readonly WordRun[],
  at: number,
): { kind: 'bold' | 'italic' | 'href' | null; end: number } {
  const run = runs[at] as WordRun
  const kinds = (['bold', 'italic', 'href'] as const).filter(
    kind => run[kind] !== false && run[kind] !== null,
  )
  const ends = kinds.map(kind => {
    const end = runs.findIndex((other, index) => index > at && other[kind] !== run[kind])
    return { kind, end: end < 0 ? runs.length : end }
  })
  return ends.reduce(
    (best, next) => (next.end > best.end ? next : best),
    ends[0] ?? { kind: null, end: at + 1 },
  )
}

function words({ text, code, mark }: WordRun, { escape: cautious }: Manner): string {
  if (mark) return text
  if (code) return codeOf(text)
  const signs = cautious ? text.replace(/[\\`*_[\]<>&{}!~|#]/g, '\\$&') : text
  return signs.replace(/ *\n */g, '\\\n')
}

function codeOf(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([ticks]) => ticks.length)
  const fence = '`'.repeat(runs.includes(1) ? Math.max(...runs) + 1 : 1)
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : ''
  return `${fence}${space}${text}${space}${fence}`
}

function address(href: string): string {
  return /[\s()<>]/.test(href) ? `<${href.replace(/[<>]/g, encodeURIComponent).replace(/\s/g, '%20')}>` : href
}

/** Words of runs on one line, for a title or a cell. */
export const oneLine = (runs: readonly WordRun[]): WordRun[] =>
  runs.map(run => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }))
