import { withoutHtml, withoutTags } from './html-tags.ts'

/** Markdown of another program in the signs that the kit knows: underlined headings, links by reference, footnotes, alerts and HTML have
 *  none there. Fenced code stays as it is. `notes`: the footnotes that went into their sentences. `seen`: the Markdown whose words the
 *  result is counted against, before its HTML became signs. */
export function foreignMarkdown(text: string): { text: string; notes: string[]; seen: string } {
  const { lines, addresses, notes } = takeDefinitions(text.split('\n'))
  const written: string[] = []
  const seen: string[] = []
  const put = (line: string) => {
    const signed = inline(line, addresses, notes)
    seen.push(withoutTags(signed))
    written.push(plainSigns(withoutHtml(signed)))
  }
  let fenced = false
  let isAlert = false
  for (const [index, line] of lines.entries()) {
    if (FENCE.test(line)) fenced = !fenced
    const before = written.at(-1) ?? ''
    isAlert &&= line.startsWith('>')
    const alert = fenced || !lines[index + 1]?.startsWith('>') ? null : ALERT.exec(line)
    if (alert) {
      put(`À savoir : ${ALERTS[alert[1]?.toUpperCase() ?? ''] ?? ''}`)
      put('')
      isAlert = true
    } else if (isAlert) put(line.replace(/^> ?/, ''))
    else if (fenced || FENCE.test(line)) {
      written.push(line)
      seen.push(line)
    } else if (/^(=+|-+) *$/.test(line) && isUnderlined(before))
      written[written.length - 1] = `${line.startsWith('=') ? '#' : '##'} ${before.trim()}`
    else if (!/^ {0,3}([-*_])( *\1){2,} *$/.test(line) || isRuleOfTable(lines, index)) put(line)
  }
  return { text: written.join('\n'), notes: [...notes.values()], seen: seen.join('\n') }
}

/** `> [!TIP]`, as forges write what stands apart: a box, by the words that a manuscript has for one. */
const ALERT = /^> ?\[!(note|tip|important|warning|caution)\] *$/i

const ALERTS: Readonly<Record<string, string>> = {
  NOTE: 'À noter',
  TIP: 'Un conseil',
  IMPORTANT: 'Important',
  WARNING: 'Attention',
  CAUTION: 'Attention',
}

const FENCE = /^ {0,3}(```|~~~)/

/** A line of words that a line of strokes makes a heading. */
const isUnderlined = (line: string) => line.trim() !== '' && !/^\s*([-*+>|#]|\d+[.)])/.test(line)

const isRuleOfTable = (lines: readonly string[], index: number) => /\|/.test(lines[index - 1] ?? '')

type Definitions = { addresses: Map<string, string>; notes: Map<string, string> }

/** Definitions of links and notes stand apart from the text; the case of their labels says nothing. */
function takeDefinitions(all: readonly string[]): { lines: string[] } & Definitions {
  const [addresses, notes] = [new Map<string, string>(), new Map<string, string>()]
  const text = all.join('\n').toLowerCase()
  const used = (label: string) => text.split(`[${label}]`.toLowerCase()).length > 2
  const lines: string[] = []
  let note: string | null = null
  for (const line of all) {
    const footnote = /^\[\^([^\]]+)\]:\s*(.*)$/.exec(line)
    const link = /^ {0,3}\[([^\]^]+)\]:\s*<?([^\s>]+)>?\s*(?:["'(](.*)["')])?\s*$/.exec(line)
    if (footnote?.[1] && used(`^${footnote[1]}`)) {
      note = footnote[1].toLowerCase()
      notes.set(note, footnote[2] ?? '')
    } else if (note !== null && /^(\t| {2,})\S/.test(line))
      notes.set(note, `${notes.get(note)} ${line.trim()}`)
    else if (link?.[1] && used(link[1])) {
      const title = link[3] ? ` (${link[3]})` : ''
      addresses.set(link[1].toLowerCase(), `(${link[2]})${title}`)
    } else {
      if (line.trim() !== '') note = null
      lines.push(line)
    }
  }
  return { lines, addresses, notes }
}

function inline(line: string, addresses: Definitions['addresses'], notes: Definitions['notes']): string {
  return line
    .replace(/^(#{1,6} .*?)\s+#+\s*$/, '$1')
    .replace(/^(\s*[-*+]) \[[ xX]\] /, '$1 ')
    .replace(/\s*\[\^([^\]]+)\]/g, (mark, label: string) => {
      const note = notes.get(label.toLowerCase())
      return note === undefined ? mark : ` (${note.replace(/[.\s]+$/, '')})`
    })
    .replace(/\[([^\][]+)\](?:\[([^\][]*)\])?(?![(:\]])/g, (mark, words: string, label?: string) => {
      const address = addresses.get((label || words).toLowerCase())
      return address === undefined ? mark : `[${words}]${address}`
    })
}

/** What is marked or struck out, in the signs of the kit: bold, and plain. */
const plainSigns = (line: string): string =>
  line.replace(/==(?=[^\s=])([^=]*[^\s=])==/g, '**$1**').replace(/~~(?=\S)(.+?)~~/g, '$1')
