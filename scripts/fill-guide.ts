import { blocks } from '../src/blocks/index.ts'
import {
  creditsSchema,
  ficheAnnonceeSchema,
  fichePublieeSchema,
  kitSchema,
  pageSchema,
  partenairesSchema,
  relecturesSchema,
  type Schema,
  siglesSchema,
  type TypeName,
  tokensDuKitSchema,
} from '../src/kit/index.ts'
import { enumerate } from '../src/problems/index.ts'
import { isBox, typographText } from '../src/text/index.ts'

/** Writes the text between `<!-- START name -->` and `<!-- END name -->` in the authors' guide. */
const tables: Readonly<Record<string, () => string>> = {
  blocs: blockTable,
  fiche: () => fieldTable(fichePublieeSchema),
  'fiche-annoncee': () => fieldTable(ficheAnnonceeSchema),
  page: () => fieldTable(pageSchema),
  kit: () => fieldTable(kitSchema),
  partenaires: () => fieldTable(partenairesSchema),
  sigles: () => fieldTable(siglesSchema),
  credits: () => fieldTable(creditsSchema),
  relectures: () => fieldTable(relecturesSchema),
  tokens: () => fieldTable(tokensDuKitSchema),
}

/** Writes the tables of the guide anew. @throws Error when a table has no place, or a place no table */
export function fillGuide(guide: string): string {
  const places = [...guide.matchAll(/<!-- START ([\w-]+) -->/g)].map(match => match[1] ?? '')
  const missing = Object.keys(tables).filter(name => !places.includes(name))
  if (missing.length > 0) throw new Error(`docs/guide-redaction.md has no place for: ${missing.join(', ')}`)
  return places.reduce((text, name) => {
    const table = tables[name]
    if (!table) throw new Error(`docs/guide-redaction.md: no table is called ${name}`)
    const [start, end] = [`<!-- START ${name} -->`, `<!-- END ${name} -->`]
    const from = text.indexOf(start) + start.length
    const to = text.indexOf(end, from)
    if (to === -1) throw new Error(`docs/guide-redaction.md: ${start} has no end`)
    return `${text.slice(0, from)}\n\n${table()}\n\n${text.slice(to)}`
  }, guide)
}

function fieldTable(schema: Schema): string {
  return markdownTable(['Clé', 'Obligatoire', 'Valeur', 'Ce que c’est'], fieldRows(schema, []))
}

/** One row a field, groups before what they hold. Free names (an acronym, a partner) stand in brackets. A colour is
 *  given by its two keys: a row for the hex and the inks of each shade would bury the rest. */
function fieldRows(schema: Schema, path: readonly string[]): string[][] {
  if (isColour(schema)) return []
  const { properties = {}, required = [], additionalProperties: free, propertyNames, items } = schema
  const fields = Object.entries(properties).flatMap(([name, field]) => {
    const row = [
      label([...path, name]),
      required.includes(name) ? 'oui' : '',
      formOf(field),
      prose(field.description),
    ]
    return [row, ...fieldRows(field, [...path, name])]
  })
  const listed = typeof items === 'object' ? fieldRows(items, path) : []
  if (typeof free !== 'object') return [...fields, ...listed]
  const inner = [...path, `(${propertyNames?.title ?? 'nom'})`]
  const freeFields = free.properties
    ? fieldRows(free, inner)
    : [[label(inner), '', formOf(free), prose(free.description)]]
  return [...fields, ...listed, ...freeFields]
}

const isColour = ({ properties }: Schema) => properties !== undefined && 'cmyk' in properties

const label = (path: readonly string[]) => code(path.join(' › '))

function formOf(field: Schema): string {
  if (field.enum) return enumerate(field.enum.map(code))
  if (field.const !== undefined) return code(field.const)
  const types = [field.type ?? []].flat()
  return prose(`${kindOf(field, types)}${types.includes('null') ? ', ou `null`' : ''}`)
}

function kindOf(field: Schema, types: readonly TypeName[]): string {
  if (types.includes('object')) {
    if (field.additionalProperties) return 'une ligne par nom'
    return isColour(field) ? '`hex` et `cmyk`' : 'un groupe de clés'
  }
  if (types.includes('array')) return field.prefixItems ? `${field.prefixItems.length} nombres` : 'une liste'
  if (types.includes('boolean')) return '`true` ou `false`'
  if (types.includes('integer') || types.includes('number')) return boundsOf(field)
  if (field.maxLength !== undefined) return `texte, ${field.maxLength} caractères au plus`
  return (field.forme ?? 'texte').replace(/^du /, '')
}

function boundsOf({ type, minimum, maximum }: Schema): string {
  const kind = [type].flat().includes('integer') ? 'nombre entier' : 'nombre'
  if (minimum !== undefined && maximum !== undefined) return `${kind} de ${minimum} à ${maximum}`
  return minimum === undefined ? kind : `${kind}, ${minimum} au moins`
}

function blockTable(): string {
  const rows = blocks.map(block => [
    `[${code(block.name)}](#${block.name})`,
    code(block.template),
    prose(block.help),
    isBox(block) ? 'dans la marge' : 'toute la largeur',
  ])
  return markdownTable(['Bloc', 'Ce qui l’ouvre', 'Ce que c’est', 'Sa place'], rows)
}

const code = (text: string) => `\`${text}\``

/** The schemas are written with the characters of a keyboard; the guide is set as the press sets text. */
const prose = (text = '') =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : typographText(part)))
    .join('')

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
