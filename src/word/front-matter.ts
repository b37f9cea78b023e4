import { parseDocument, stringify } from 'yaml'
import { ficheFields, fichePublieeSchema, splitFrontMatter } from '../kit/index.ts'
import { formatDate } from '../problems/index.ts'
import { slugify, typographText } from '../text/index.ts'
import { untypeset } from './typeset.ts'

/** Labels of the front matter's keys in the table above a fiche, in the order of the table. The title stands above it. */
export const headLabels: Readonly<Record<string, string>> = Object.fromEntries(
  ficheFields.filter(({ key }) => key !== 'titre').map(({ key, label }) => [key, label]),
)

/** Keys that say something to whoever reads a fiche; the others are for the press. */
export const keysForReaders: ReadonlySet<string> = new Set(
  ficheFields.filter(({ shown }) => shown.includes('word')).map(({ key }) => key),
)

/** A row of that table: a key of the front matter, and its value as one writes it by hand. */
export type HeadTable = { titre: string; rows: [key: string, value: string][] }

export const headValue = ({ rows }: HeadTable, key: string): string =>
  rows.find(([name]) => name === key)?.[1] ?? ''

const SEPARATOR = ' ; '

/** Keys whose value is a month. */
const months: ReadonlySet<string> = new Set(
  ficheFields.filter(({ isMonth }) => isMonth).map(({ key }) => key),
)

/** « mars 2026 », « 12 Mars 2026 », « 03/2026 » → « 2026-03 »; any other text, and the value of any other key, as it is. */
export function withoutMonthName(key: string, value: string): string {
  const year = months.has(key) ? /\d{4}$/.exec(value.trim())?.[0] : undefined
  if (!year) return value
  const words = slugify(value.replace(/^\d{1,2}(?:er)? (?=\p{L})/u, ''))
  const all = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  return (
    all.find(month =>
      [formatDate(month), `${month.slice(5)}/${year}`].some(name => slugify(name) === words),
    ) ?? value
  )
}

/** Reads a front matter into rows for people. */
export function headOf(yaml: string): HeadTable {
  const values: unknown = parseDocument(yaml).toJS()
  const entries = typeof values === 'object' && values !== null ? Object.entries(values) : []
  const written = (value: unknown) =>
    Array.isArray(value) ? value.map(String).join(SEPARATOR) : String(value ?? '')
  const rank = (key: string) => [...Object.keys(headLabels), key].indexOf(key)
  return {
    titre: written(entries.find(([key]) => key === 'titre')?.[1]),
    rows: entries
      .filter(([key]) => key !== 'titre')
      .map(([key, value]): [string, string] => [
        key,
        months.has(key) ? formatDate(written(value)) : written(value),
      ])
      .sort(([a], [b]) => rank(a) - rank(b)),
  }
}

/** The key that a row of the table is about: by its label, or by itself. */
export function keyOfLabel(label: string): string {
  const plain = label.trim().toLowerCase()
  const named = Object.entries(headLabels).find(
    ([key, name]) => name.toLowerCase() === plain || key === plain,
  )
  return named?.[0] ?? plain
}

/** A fiche of its front matter and its body. A front matter that says the same as `source` keeps every sign of it. */
export function withHead(head: HeadTable, body: string, source: string | null): string {
  const parts = source === null ? null : splitFrontMatter(source, '').parts
  if (parts && source && plain(head) === plain(headOf(parts.yaml)))
    return source.slice(0, source.length - parts.body.length) + body
  if (head.titre === '' && head.rows.length === 0) return body
  return `---\n${yamlOfHead(head)}\n---\n\n${body.trimStart()}`
}

/** A front matter as the press reads it, whoever typed it. */
export const plainHead = ({ titre, rows }: HeadTable): HeadTable => ({
  titre: collapsed(titre),
  rows: rows
    .map(([key, value]): [string, string] => [key, collapsed(withoutMonthName(key, value))])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
})

/** A front matter as it is compared. */
const plain = (head: HeadTable): string => JSON.stringify(plainHead(head))

const collapsed = (text: string) => untypeset(typographText(text)).trim().replace(/\s+/g, ' ')

/** The YAML of a front matter. Empty values are left out. */
function yamlOfHead({ titre, rows }: HeadTable): string {
  const values = new Map([['titre', titre], ...rows.filter(([, value]) => value.trim() !== '')])
  const properties: Record<string, { type?: unknown }> = fichePublieeSchema.properties
  const order = ficheFields.map(({ key }) => key)
  const keys = [
    ...order.filter(key => values.has(key)),
    ...[...values.keys()].filter(key => !order.includes(key)),
  ]
  return keys
    .map(key => {
      const value = yamlValue(withoutMonthName(key, values.get(key) ?? ''), properties[key]?.type)
      return `${key}:${value.startsWith('\n') ? '' : ' '}${value}`
    })
    .join('\n')
}

function yamlValue(value: string, type: unknown): string {
  if (type === 'integer' && /^\d+$/.test(value.trim())) return value.trim()
  if (type !== 'array') return scalar(value)
  // Sentences keep their commas, and stand one a line.
  const areSentences = /\.$/.test(value.trim())
  const items = value.split(areSentences || value.includes(';') ? ';' : ',').map(item => item.trim())
  if (areSentences) return items.map(item => `\n  - ${scalar(item)}`).join('')
  return `[${items
    .filter(Boolean)
    .map(item => (/[,[\]{}]/.test(item) ? JSON.stringify(item) : scalar(item)))
    .join(', ')}]`
}

const scalar = (value: string) =>
  stringify(untypeset(value).trim().replace(/\s+/g, ' '), { lineWidth: 0 }).trim()
