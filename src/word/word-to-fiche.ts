import { splitFrontMatter } from '../content/split-front-matter.ts'
import { typographText } from '../markdown/typography/index.ts'
import { type Head, headOf, yamlOfHead } from './front-matter.ts'
import { writeBody } from './markdown/write-body.ts'
import type { WordFiche } from './read/fiche-elements.ts'
import { untypeset } from './typeset.ts'

/** The Markdown of a fiche that came back from Word. What was not changed there keeps every sign of `source`. */
export function wordToFiche({ head, elements }: Pick<WordFiche, 'head' | 'elements'>, source: string | null) {
  const parts = source === null ? null : splitFrontMatter(source, '').parts
  const body = writeBody(elements, parts?.body ?? source)
  const empty = head.titre === '' && head.rows.length === 0
  if (parts && source && sameHead(head, headOf(parts.yaml))) {
    const above = source.slice(0, source.length - parts.body.length)
    return { markdown: above + body.text, body }
  }
  if (empty) return { markdown: body.text, body }
  return { markdown: `---\n${yamlOfHead(head)}\n---\n\n${body.text.trimStart()}`, body }
}

const sameHead = (a: Head, b: Head) => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

const plain = ({ titre, rows }: Head) => [
  collapsed(titre),
  rows.map(([key, value]) => [key, collapsed(value)]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
]

/** A value as the press reads it, whoever typed it. */
const collapsed = (text: string) => untypeset(typographText(text)).trim().replace(/\s+/g, ' ')
