import type { Run } from '../element.ts'

/** How cautiously signs are written that Markdown may read: as they are, or each behind a backslash; emphasis by `*` or `_`. */
export type Manner = { escape: boolean; italic: '*' | '_' }

/** Markdown of the runs of one paragraph. Whether it reads back as the same runs is the caller's to see. */
export function writeRuns(runs: readonly Run[], manner: Manner): string {
  let text = ''
  for (let at = 0; at < runs.length; ) {
    const run = runs[at] as Run
    const [kind, length] = longest(runs, at)
    const part = runs.slice(at, at + length)
    if (kind === 'bold')
      text += `**${writeRuns(
        part.map(one => ({ ...one, bold: false })),
        manner,
      )}**`
    else if (kind === 'italic') {
      const sign = manner.italic
      text += `${sign}${writeRuns(
        part.map(one => ({ ...one, italic: false })),
        manner,
      )}${sign}`
    } else if (kind === 'href') {
      const words = writeRuns(
        part.map(one => ({ ...one, href: null })),
        manner,
      )
      text += `[${words}](${address(run.href ?? '')})`
    } else text += words(run, manner)
    at += length
  }
  return text
}

/** The setting that begins at a run and goes on longest: it stands outside. */
function longest(
  runs: readonly Run[],
  at: number,
): [kind: 'bold' | 'italic' | 'href' | null, length: number] {
  const run = runs[at] as Run
  const goesOn = (same: (one: Run) => boolean) => {
    const end = runs.findIndex((one, index) => index > at && !same(one))
    return (end < 0 ? runs.length : end) - at
  }
  const kinds: ['bold' | 'italic' | 'href', number][] = []
  if (run.bold) kinds.push(['bold', goesOn(({ bold }) => bold)])
  if (run.italic) kinds.push(['italic', goesOn(({ italic }) => italic)])
  if (run.href !== null) kinds.push(['href', goesOn(({ href }) => href === run.href)])
  return kinds.reduce<['bold' | 'italic' | 'href' | null, number]>(
    (best, one) => (best[0] === null || one[1] > best[1] ? one : best),
    [null, 1],
  )
}

function words({ text, code, mark }: Run, { escape: cautious }: Manner): string {
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
export const oneLine = (runs: readonly Run[]): Run[] =>
  runs.map(run => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }))
