import { splitFrontMatter } from '../content/split-front-matter.ts'
import { type Element, plainRun, type Run, textOf } from './element.ts'
import { headOf } from './front-matter.ts'
import { type Imported, type ImportSetting, importManuscript } from './import-word.ts'
import { segmentsOf } from './markdown/segments.ts'
import { wordsIn } from './markdown/write-body.ts'
import { styleOf, styles } from './parts.ts'
import type { Manuscript, WordElement, WordParagraph } from './read/manuscript.ts'
import { wordsOf } from './words.ts'

/** Markdown of another program as a fiche: its paragraphs go the way of a Word file. One that has blocks or a front matter
 *  of the kit stays as it is. */
export function importMarkdown(text: string, setting: ImportSetting): Imported {
  const parts = splitFrontMatter(text, '').parts
  const body = parts?.body ?? text
  const elements = segmentsOf(body).flatMap(segment => segment.elements)
  const ofKit = elements.some(({ bloc }) => bloc !== null)
  const head = parts ? headOf(parts.yaml) : { titre: '', rows: [] }
  const rows = [...(head.titre === '' ? [] : [['titre', head.titre] as const]), ...head.rows]
  const manuscript: Manuscript = {
    elements: [
      ...headElements(head.titre, rows),
      ...elements.map((element, index) => wordOf(element, index)),
    ],
    comments: [],
    notes: [],
    left: [],
    insertions: 0,
    deletions: 0,
    equations: 0,
    outside: [],
    macros: false,
    source: ofKit && parts ? text : null,
    seen: wordsOf(elements.map(wordsIn).join('\n')),
  }
  return importManuscript(manuscript, setting, () => undefined)
}

function headElements(titre: string, rows: readonly (readonly [string, string])[]): WordElement[] {
  const cell = (style: string, text: string) => [plain(style, [plainRun(text)])]
  const table = rows.filter(([key]) => key !== 'titre')
  return [
    ...(titre === '' ? [] : [plain(styles.titre, [plainRun(titre)])]),
    ...(table.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            rows: table.map(([key, value]) => [cell(styles.cle, key), cell(styles.valeur, value)]),
          },
        ]),
  ]
}

/** An element as a Word file would hold it. */
function wordOf(element: Element, index: number): WordElement {
  if (element.kind === 'table')
    return {
      kind: 'table',
      rows: element.rows.map(row => row.map(runs => [plain(styleOf(element, false), runs)])),
    }
  if (element.kind === 'picture') return plain(styles.brut, [plainRun(`![${element.alt}](${element.path})`)])
  const title = element.role === 'brut' ? /^#\s+(.+)$/.exec(textOf(element.runs))?.[1] : undefined
  if (title && index < 3) return plain(styles.titre, [plainRun(title)])
  const level = /^titre-(\d)$/.exec(element.role)?.[1]
  const word = plain(styleOf(element, false), element.runs)
  const list = element.list
  return {
    ...word,
    heading: level ? Number(level) : null,
    list: list && !list.suite ? { id: list.ordered ? '2' : '1', ...list } : null,
    indent: list ? 360 * (list.depth + 1) : 0,
  }
}

const plain = (style: string, runs: Run[]): WordParagraph => ({
  kind: 'paragraph',
  style,
  heading: null,
  list: null,
  indent: 0,
  align: '',
  runs,
  pictures: [],
  underlined: false,
  size: null,
})
