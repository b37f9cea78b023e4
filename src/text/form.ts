import { departements } from './departements.ts'
import { fold } from './names.ts'

/** What the fields of a form hold, by their names. A cell of a grid is named `part-row-column`, from 0. */
export type Parts = Record<string, string>

/** Value → name of what can be chosen. */
type ChoicesOf = Readonly<Record<string, string>>

/** The items of a list, a row each. `read`: null for an item that is more than its columns hold. */
type Items = {
  columns: readonly { label: string; example?: string; choices?: ChoicesOf; kind?: 'picto' }[]
  read(item: string): readonly string[] | null
  write(cells: readonly string[]): string
}

export type FormPart = {
  name: string
  label: string
  needed?: true
  example?: string
  /** By default words on one line. `table`: its first row heads the columns. */
  kind?: 'paragraphs' | 'department' | 'picture' | 'picto' | 'table'
  choices?: ChoicesOf
  items?: Items
}

/** A block as it is asked for in parts. */
export type Form = {
  title: string
  parts: readonly FormPart[]
  /** Its lines, each part a named group. */
  lines: RegExp
  /** Writes a block anew. @param parts as they are written in it */
  write(parts: Parts): string
  /** Its drawing stands beside the form. */
  isDrawn?: true
}

/** Reads a block into the fields of a form; null: it is another block. What the machine wrote behind the first line, `{#ancre}`, is in none. */
export function readParts({ lines, parts }: Form, block: string): Parts | null {
  const groups = lines.exec(block.replace(markOf(block), ''))?.groups
  return groups ? Object.assign({}, ...parts.map(part => fieldsOf(part, groups[part.name] ?? ''))) : null
}

/** Writes what the fields hold. In a block that was there, only the part that is another is written anew. */
export function writeParts(form: Form, fields: Parts, block = ''): string {
  const mark = markOf(block)
  const bare = block.replace(mark, '')
  const { groups = {}, indices } = new RegExp(form.lines, 'd').exec(bare) ?? {}
  const sources: Parts = Object.fromEntries(
    form.parts.map(part => [part.name, sourceOf(part, fields, groups[part.name] ?? '')]),
  )
  const isSame = form.parts.every(({ name }) => sources[name] === (groups[name] ?? ''))
  if (indices && isSame) return block
  const isAlike = form.parts.every(({ name }) => (sources[name] === '') === !groups[name])
  const text = indices?.groups && isAlike ? spliced(bare, sources, indices.groups) : form.write(sources)
  return text.replace(/(?=\n|$)/, () => mark)
}

const markOf = (block: string): string => /^.*?( \{#[^{}\n]*\})/.exec(block)?.[1] ?? ''

function spliced(text: string, sources: Parts, places: Record<string, [number, number]>): string {
  let end = text.length
  let result = ''
  for (const [name, [from, to]] of Object.entries(places)
    .filter(([name, place]) => place && name in sources)
    .sort(([, a], [, b]) => b[0] - a[0])) {
    result = (sources[name] ?? '') + text.slice(to, end) + result
    end = from
  }
  return text.slice(0, end) + result
}

const cellName = (part: string, row: number, column: number) => `${part}-${row}-${column}`

/** The cells of a grid, row by row. */
export function rowsOf(part: string, fields: Parts): string[][] {
  const rows: string[][] = []
  for (const [name, text] of Object.entries(fields)) {
    const [, row, column] = new RegExp(`^${part}-(\\d+)-(\\d+)$`).exec(name) ?? []
    if (row === undefined) continue
    rows[Number(row)] ??= []
    rows[Number(row)]?.splice(Number(column), 1, text)
  }
  return rows
}

function fieldsOf({ name, kind, items }: FormPart, source: string): Parts {
  if (kind === 'department') return { [name]: departements.get(source) ?? source }
  const rows = items
    ? itemsOf(source).map(item => cellsOfItem(items, item))
    : kind === 'table'
      ? tableOf(source)
      : null
  if (!rows) return { [name]: source }
  return Object.fromEntries(
    rows.flatMap((row, at) => row.map((cell, column) => [cellName(name, at, column), cell])),
  )
}

function sourceOf(part: FormPart, fields: Parts, former: string): string {
  const { name, kind, items } = part
  const before = fieldsOf(part, former)
  const now = items || kind === 'table' ? rowsOf(name, fields) : [[fields[name] ?? '']]
  const then = items || kind === 'table' ? rowsOf(name, before) : [[before[name] ?? '']]
  const isFull = (row: readonly string[]) => row.some(cell => cell.trim() !== '')
  if (JSON.stringify(now.filter(isFull)) === JSON.stringify(then.filter(isFull))) return former
  if (items) return writeItems(items, now, former)
  const [[text = ''] = []] = now
  if (kind === 'table') return writeTable(now.filter((row, at) => at === 0 || isFull(row)))
  if (kind === 'paragraphs') return paragraphs(text)
  return kind === 'department' ? codesOf(text) : oneLine(text)
}

const itemsOf = (source: string): string[] => (source === '' ? [] : source.split(/\n(?=- )/))

/** An item that its columns do not hold to the letter stands whole in the first of them. */
function cellsOfItem({ columns, read, write }: Items, item: string): string[] {
  const bare = item.replace(/^- /, '').replace(markOf(item), '')
  const cells = bare.includes('\n') ? null : read(bare)
  return columns.map((_, column) =>
    cells && write(cells) === bare ? (cells[column] ?? '') : column === 0 ? bare : '',
  )
}

function writeItems(items: Items, rows: readonly (readonly string[])[], former: string): string {
  const before = itemsOf(former)
  return rows
    .flatMap((cells, at) => {
      const item = before[at]
      if (item !== undefined && JSON.stringify(cellsOfItem(items, item)) === JSON.stringify(cells))
        return item
      const words = cells.map(oneLine)
      return words.some(Boolean) ? `- ${items.write(words).trim()}${markOf(item ?? '')}` : []
    })
    .join('\n')
}

/** The cells of a table; the row of `---` is none of them. */
export const tableOf = (source: string): string[][] =>
  source
    .split('\n')
    .filter((line, at) => line !== '' && at !== 1)
    .map(line =>
      line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map(cell => cell.trim().replaceAll('\\|', '|')),
    )

/** A row or a column that is empty is not written. */
function writeTable(rows: readonly (readonly string[])[]): string {
  const columns = (rows[0] ?? []).map((_, column) => column).filter(column => rows.some(row => row[column]))
  const lineOf = (cells: readonly string[]) =>
    `| ${cells.map(cell => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`
  const [head = '', ...body] = rows.map(row => lineOf(columns.map(column => row[column] ?? '')))
  return [head, lineOf(columns.map(() => '---')), ...body].join('\n')
}

/** An address as a browser needs it: `www.rtes.fr` → `https://www.rtes.fr`. */
export const completeAddress = (text: string): string =>
  text.trim().replace(/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?=$|[/?#:])/i, 'https://$&')

/** « Puy-de-Dôme » → `63`, « Nord, Pas-de-Calais » → `59/62`, « Rhône (la métropole) » → `69`; what is no département stays. */
function codesOf(text: string): string {
  const plain = (name: string) => fold(name).replaceAll('’', "'").trim()
  const codeOf = (name: string) =>
    [...departements].find(([code, departement]) => [code, departement].map(plain).includes(plain(name)))?.[0]
  const codes = text
    .replace(/\(.*?\)/g, '')
    .split(/[,/]/)
    .map(codeOf)
  return codes.every(code => code !== undefined) ? codes.join('/') : oneLine(text)
}

/** A text below a title. @param text the label of its text */
export function titledForm(
  name: string,
  { title, heading, text }: { title: string; heading: Pick<FormPart, 'label' | 'example'>; text: string },
): Form {
  return {
    title,
    parts: [
      { name: 'titre', needed: true, ...heading },
      { name: 'texte', label: text, kind: 'paragraphs', needed: true },
    ],
    lines: new RegExp(`^::: ${name}(?: (?<titre>.+))?\\n(?:(?<texte>[\\s\\S]*)\\n)?:::$`),
    write: ({ titre, texte }) => `::: ${name} ${titre}\n${texte}\n:::`,
  }
}

/** A text above a signature. @param text the label of its text */
export function signedForm(name: string, { title, text }: { title: string; text: string }): Form {
  return {
    title,
    parts: [
      { name: 'texte', label: text, kind: 'paragraphs', needed: true },
      { name: 'qui', label: 'Nom, fonction', needed: true, example: 'Camille Martin, maire' },
    ],
    lines: new RegExp(`^::: ${name}.*\\n(?:(?<texte>[\\s\\S]*?)(?:\\n{1,2}— (?<qui>.*))?\\n)?:::$`),
    write: ({ texte, qui }) => `::: ${name}\n${texte}\n\n— ${qui}\n:::`,
  }
}

type ListParts = { title: string; hasTitle?: boolean; label: string; items: Items; hasSource?: boolean }

/** A list, and its source where it has one. */
export function listForm(
  name: string,
  { title, hasTitle = false, label, items, hasSource = false }: ListParts,
): Form {
  return {
    title,
    parts: [
      {
        name: 'titre',
        label: hasTitle ? 'Titre' : 'Titre, si le bloc en a un',
        ...(hasTitle && { needed: true }),
      },
      { name: 'lignes', label, items },
      ...(hasSource ? [sourcePart] : []),
    ],
    lines: new RegExp(
      `^::: ${name}(?: (?<titre>.+))?\\n(?:(?<lignes>[\\s\\S]*?)(?:\\n{1,2}Sources?\\s*:\\s*(?<source>.*))?\\n)?:::$`,
    ),
    write: ({ titre, lignes, source }) =>
      `${`::: ${name} ${titre}`.trim()}\n${lignes}${source ? `\nSource : ${source}` : ''}\n:::`,
  }
}

export const sourcePart: FormPart = {
  name: 'source',
  label: 'Source : organisme, année',
  needed: true,
  example: 'Insee, 2024',
}

/** A table among the words of a fiche. */
export const tableForm: Form = {
  title: 'Un tableau',
  parts: [{ name: 'tableau', label: 'Tableau', kind: 'table' }],
  lines: /^(?<tableau>\|.*\|(?:\n\|.*\|)+)$/,
  write: ({ tableau = '' }) => tableau,
}

/** A title of the section of levers, with its pictogram. */
export const leverForm: Form = {
  title: 'Un levier',
  parts: [
    { name: 'titre', label: 'Ce que la collectivité peut faire', needed: true, example: 'Acheter autrement' },
    { name: 'picto', label: 'Pictogramme', kind: 'picto' },
  ],
  lines: /^### (?<titre>.+?)(?: \{picto=(?<picto>[\w-]+)\})?$/,
  write: ({ titre, picto }) => `### ${titre}${picto ? ` {picto=${picto}}` : ''}`,
}

/** A picture of the kit among the words of a fiche. */
export const pictureForm: Form = {
  title: 'Une image',
  parts: [
    { name: 'image', label: 'Image du kit', kind: 'picture', needed: true },
    { name: 'alt', label: 'Ce que l’image montre, pour qui ne la voit pas', needed: true },
  ],
  lines: /^!\[(?<alt>(?:\\.|[^\]\\])*)\]\((?<image>[^\s()]+)\)$/,
  write: ({ alt = '', image }) => `![${alt}](${image})`,
}

export const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim()

/** Each line is a paragraph; the items of a list follow each other. */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map(line => line.trimEnd())
    .filter(Boolean)
    .join('\n\n')
    .replace(/^([ \t]*(?:[-*]|\d+[.)])[ \t].*)\n(?=\n[ \t]*(?:[-*]|\d+[.)])[ \t])/gm, '$1')
