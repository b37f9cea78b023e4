import { splitFrontMatter } from '../content/split-front-matter.ts'
import { type Element, plainRun, type Run, textOf } from './element.ts'
import { foreignMarkdown } from './foreign-markdown.ts'
import { type Head, headLabels, headOf } from './front-matter.ts'
import { type Imported, type ImportSetting, importManuscript } from './import-word.ts'
import { segmentsOf } from './markdown/segments.ts'
import { wordsIn } from './markdown/write-body.ts'
import { styleOf, styles } from './parts.ts'
import { emptyManuscript, type Manuscript, type WordElement, type WordParagraph } from './read/manuscript.ts'
import { wordsOf } from './words.ts'

/** Markdown of another program as a fiche: its paragraphs go the way of a Word file. One that has blocks or a front matter
 *  of the kit stays as it is. */
export function importMarkdown(text: string, setting: ImportSetting): Imported {
  const parts = splitFrontMatter(text, '').parts
  const head = parts ? headOf(parts.yaml) : { titre: '', rows: [] }
  const body = parts?.body ?? text
  const written = elementsIn(body)
  const ofKit = head.titre !== '' || written.some(({ bloc }) => bloc !== null)
  const foreign = ofKit ? null : { ...foreignMarkdown(body), head: foreignHead(head) }
  const elements = foreign ? elementsIn(foreign.text) : written
  const lists = listsOf(elements)
  const manuscript: Manuscript = {
    ...emptyManuscript(),
    elements: [
      ...(foreign ? foreign.head.elements : headElements(head)),
      ...elements.map((element, index) =>
        wordOf(element, {
          mayBeTitle: index < 3 && !foreign?.head.titled,
          listId: String(lists[index]),
        }),
      ),
    ],
    notes: (foreign?.notes ?? []).map(text => ({ text, sentence: '' })),
    source: ofKit && parts ? text : null,
    seen: wordsOf((foreign ? elementsIn(foreign.seen) : written).map(wordsIn).join('\n')),
  }
  const imported = importManuscript(manuscript, setting, () => undefined)
  return { ...imported, told: [...imported.told, ...(foreign?.head.told ?? [])] }
}

const elementsIn = (body: string) => segmentsOf(body).flatMap(({ elements }) => elements)

/** What other programs call what stands above a fiche. */
const foreignKeys: Readonly<Record<string, 'titre' | 'resume' | 'mots_cles'>> = {
  title: 'titre',
  description: 'resume',
  summary: 'resume',
  abstract: 'resume',
  keywords: 'mots_cles',
  tags: 'mots_cles',
}

/** Takes from the front matter of another program what a fiche has too, and reports the rest. */
function foreignHead({ rows }: Head): { elements: WordElement[]; titled: boolean; told: string[] } {
  const entries = rows.map(([key, value]) => ({ key, value, kitKey: foreignKeys[key.toLowerCase()] ?? key }))
  const titles = entries.filter(({ kitKey }) => kitKey === 'titre')
  const lines = entries.filter(({ kitKey }) => kitKey === 'resume' || kitKey === 'mots_cles')
  return {
    titled: titles.length > 0,
    elements: [
      ...titles.map(({ value }) => plain(styles.titre, [plainRun(value)])),
      ...lines.map(({ kitKey, value }) =>
        plain(styles.texte, [plainRun(`${headLabels[kitKey]} : ${value}`)]),
      ),
    ],
    told: entries
      .filter(entry => !titles.includes(entry) && !lines.includes(entry))
      .map(({ key, value }) => `L’en-tête disait « ${key} : ${value} » : laissé.`),
  }
}

function* headElements({ titre, rows }: Head): Generator<WordElement> {
  const cell = (style: string, text: string) => [plain(style, [plainRun(text)])]
  if (titre !== '') yield plain(styles.titre, [plainRun(titre)])
  if (rows.length > 0)
    yield {
      kind: 'table',
      rows: rows.map(([key, value]) => [cell(styles.cle, key), cell(styles.valeur, value)]),
    }
}

/** How many lists have begun, up to each element. */
function listsOf(elements: readonly Element[]): number[] {
  let lists = 0
  return elements.map(element => (element.kind === 'paragraph' && element.list?.opens ? ++lists : lists))
}

/** An element as a Word file would hold it. @param mayBeTitle its heading of the first level is the title of the whole
 *  @param listId of the list that it may be an item of */
function wordOf(
  element: Element,
  { mayBeTitle, listId }: { mayBeTitle: boolean; listId: string },
): WordElement {
  if (element.kind === 'table')
    return {
      kind: 'table',
      rows: element.rows.map(row => row.map(runs => [plain(styleOf(element, false), runs)])),
    }
  if (element.kind === 'picture') return plain(styles.brut, [plainRun(`![${element.alt}](${element.path})`)])
  const first = element.role === 'brut' ? /^#\s+(.+)$/.exec(textOf(element.runs))?.[1] : undefined
  if (first && mayBeTitle) return plain(styles.titre, [plainRun(first)])
  if (first) return { ...plain('heading 1', [plainRun(first)]), heading: 1 }
  const level = /^titre-(\d)$/.exec(element.role)?.[1]
  const word = plain(styleOf(element, false), element.runs)
  const list = element.list
  return {
    ...word,
    heading: level ? Number(level) : null,
    list: list && !list.suite ? { id: listId, ...list } : null,
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
})
