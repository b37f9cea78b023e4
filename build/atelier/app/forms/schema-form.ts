import {
  type Schema,
  type SettingPath,
  type SettingText,
  type SettingValue,
  sayInForm,
  sayKey,
  slug,
} from '../../../../src/kit/index.ts'
import { type Problem, plural, withCapital } from '../../../../src/problems/index.ts'
import { slugify } from '../../../../src/text/index.ts'
import { button, h } from '../dom.ts'
import { type Choices, type HeadField, headField, lines } from './head-fields.ts'

/** Where a field writes: the value at a path, or the name of the row there. */
type Target = { path: SettingPath; part: 'cle' | 'valeur' }

type Entry = Target & {
  schema: Schema
  isNeeded: boolean
  /** The name of the row, which follows these words until somebody writes another. */
  named: Target | null
  /** A group that goes with the last of its values, and what it is then. */
  group: { path: SettingPath; nothing: null | undefined } | null
  field: HeadField<SettingValue>
  place: HTMLElement
  error: HTMLElement
}

/** A column of a table: a key of each row, its name, or all of it. */
type Column = Pick<Entry, 'part' | 'schema' | 'isNeeded'> & { key: string; label: string }

type Table = { path: SettingPath; body: HTMLElement; columns: readonly Column[] }

type Source = {
  /** The text that is filled in; null: there is none. */
  text(): string | null
  /** Reads it; null: it can be read only in part. */
  open(text: string): SettingText | null
  write(text: string): void
  /** What can be chosen for a key, beside what its schema says; nothing at all: the key has no field. */
  choices(key: string): Choices
  /** Of settings, a list has an item a line, and a key its help. */
  isSetting: boolean
  /** Does more than to write a value. @returns true: it is not to be written */
  instead?(key: string, value: SettingValue, former: unknown): boolean
}

/** Creates the form of a text of keys and values, as its schema tells: settings, or a front matter. It changes a value alone; comments
 *  and all other lines stay as they were typed. */
export function createSchemaForm(element: HTMLElement, source: Source) {
  const entries = new Map<string, Entry>()
  const tables: Table[] = []
  let built = ''
  let latest: string | null | undefined
  let setting: SettingText | null = null
  let told: readonly Problem[] = []

  const idOf = ({ path, part }: Target) => [...path, part].join('/')
  const hasRows = (path: SettingPath) => tables.some(table => table.path.join('/') === path.join('/'))

  function fieldFor(key: string, schema: Schema): HeadField<SettingValue> {
    const values = schema.enum ?? (schema.const ? [schema.const] : null)
    if (schema.type === 'array' && source.isSetting) return lines(key, sayKey(schema, key).label)
    if (schema.type === 'boolean') {
      const menu = headField(key, schema, { true: 'oui', false: 'non' })
      return { ...menu, read: () => menu.read() === 'true' }
    }
    const named = values && Object.fromEntries(values.map(value => [value, names[value] ?? value]))
    return headField(key, schema, source.choices(key) ?? named)
  }

  function entryAt(
    target: Target,
    key: string,
    own: Pick<Entry, 'schema' | 'isNeeded' | 'named' | 'group'>,
  ): Entry {
    const field = fieldFor(key, own.schema)
    const id = idOf(target)
    const error = h('p.faux', { id: `probleme-${id.replace(/\W+/g, '-')}` })
    const place = h('div', { 'data-cle': target.path.join('.') }, field.element, error)
    const entry = { ...target, ...own, field, place, error }
    place.addEventListener('input', () => write(entry))
    place.addEventListener('change', fill)
    for (const input of inputsOf(place)) input.setAttribute('aria-describedby', error.id)
    entries.set(id, entry)
    return entry
  }

  function addParts(whole: Schema, path: SettingPath, into: HTMLElement, group: Entry['group'] = null): void {
    const { properties = {}, required = [] } = whole
    const technical = h('details.technique', h('summary', 'Numéro et adresse'))
    if (whole.propertyNames || whole.items) into.append(tableOf(whole, path))
    for (const [key, schema] of Object.entries(properties)) {
      const [inner, { label, help }] = [[...path, key], sayKey(schema, key)]
      const choices = source.choices(key)
      if (choices && Object.keys(choices).length === 0) continue
      if (
        schema.properties ||
        schema.propertyNames ||
        (source.isSetting && typeof schema.items === 'object')
      ) {
        const parts = h('div.champs')
        const nothing = typesOf(schema).includes('null') ? null : undefined
        addParts(schema, inner, parts, required.includes(key) ? null : { path: inner, nothing })
        into.append(h('details.groupe', h('summary', label), parts))
      } else {
        const own = { schema, isNeeded: required.includes(key), named: null, group }
        const { place, error } = entryAt({ path: inner, part: 'valeur' }, key, own)
        if (!source.isSetting) place.title = schema.description ?? ''
        else if (help) error.before(h('small', withCapital(help)))
        ;(schema.technical ? technical : into).append(place)
      }
    }
    if (technical.childElementCount > 1) into.append(technical)
  }

  function tableOf({ additionalProperties, propertyNames, items }: Schema, path: SettingPath): HTMLElement {
    const item = additionalProperties || items || {}
    const columns: Column[] = []
    if (propertyNames) {
      const label = withCapital(propertyNames.title ?? 'nom')
      columns.push({ key: '', part: 'cle', schema: propertyNames, label, isNeeded: true })
    }
    for (const [key, schema] of Object.entries(item.properties ?? { '': item })) {
      const isNeeded = key === '' || (item.required ?? []).includes(key)
      columns.push({ key, part: 'valeur', schema, label: sayKey(schema, 'Texte').label, isNeeded })
    }
    const body = h('tbody')
    tables.push({ path, body, columns })
    const heads = columns.map(({ label }) => h('th', { scope: 'col' }, label))
    return h(
      'div.saisie',
      h(
        'table',
        h('thead', h('tr', ...heads, h('th', { scope: 'col' }, h('span.hors-vue', 'Action')))),
        body,
      ),
    )
  }

  /** As many rows as the file has, and an empty one to go on in. */
  function fillTable({ path, body, columns }: Table): void {
    const rows = setting?.rowsAt(path).length ?? 0
    while (body.childElementCount > rows + 1) body.lastElementChild?.remove()
    while (body.childElementCount <= rows) {
      const rank = body.childElementCount
      const remove = button('Supprimer', () => writeText(setting?.with([...path, rank], undefined)), {
        'aria-label': `Supprimer la ligne ${rank + 1}`,
      })
      const targetOf = ({ key, part }: Column) => ({
        path: [...path, rank, key].filter(step => step !== ''),
        part,
      })
      const name = columns.find(({ schema }) => schema.pattern === slug.pattern)
      const words = columns.find(column => column !== name)
      const cells = columns.map(column => {
        const named = name && column === words ? targetOf(name) : null
        const { field, place, error } = entryAt(targetOf(column), column.key, {
          ...column,
          named,
          group: null,
        })
        const [input] = inputsOf(field.element)
        input?.setAttribute('aria-label', `${column.label}, ligne ${rank + 1}`)
        place.replaceChildren(input ?? field.element, error)
        return h('td', place)
      })
      body.append(h('tr', ...cells, h('td', remove)))
    }
    for (const [rank, row] of [...body.children].entries())
      row.lastElementChild?.toggleAttribute('hidden', rank === rows)
  }

  const currentOf = ({ path, part }: Target): unknown => {
    if (part === 'valeur') return setting?.at(path)
    return setting?.rowsAt(path.slice(0, -1))[Number(path.at(-1))]?.name
  }

  function write(entry: Entry): void {
    const { path, part, schema, isNeeded, field, named, group } = entry
    const [value, former] = [field.read(), currentOf(entry)]
    if (!setting || JSON.stringify(value) === JSON.stringify(former ?? null)) return
    if (source.instead?.(String(path.at(-1)), value, former)) {
      field.fill(former)
      return
    }
    if (value === null) {
      if (former === undefined) return
      // What has to be there stays, and is told to be empty.
      const nothing = typesOf(schema).includes('null') ? null : isNeeded ? '' : undefined
      const isLast =
        group && [...entries.values()].every(other => other.group !== group || !other.field.read())
      if (isLast) writeText(setting.with(group.path, group.nothing))
      else writeText(setting.with(path, part === 'cle' ? '' : nothing, part))
      return
    }
    const text = setting.with(path, value, part)
    const name = named && currentOf(named)
    const isOwn = named !== null && (!name || name === slugify(String(former ?? '')))
    writeText(isOwn ? source.open(text)?.with(named.path, slugify(String(value)), named.part) : text)
  }

  function writeText(text: string | undefined): void {
    if (text === undefined) return
    source.write(text)
    refresh()
  }

  function fill(): void {
    if (!setting) return
    for (const table of tables) fillTable(table)
    for (const entry of entries.values())
      if (!entry.place.contains(document.activeElement) || entry.field.read() === null)
        entry.field.fill(currentOf(entry) ?? entry.schema.default)
  }

  /** The text may have changed. */
  function refresh(): void {
    const text = source.text()
    if (text === latest) return
    setting = text === null ? null : source.open(text)
    element.hidden = setting === null
    fill()
    latest = text
  }

  const fieldAt = (path: SettingPath) => entries.get(idOf({ path, part: 'valeur' }))

  /** The field of a problem: by its name there, or by its place. */
  function entryOf({ keys, place }: Pick<Problem, 'keys' | 'place'>): Entry | undefined {
    const path: (string | number)[] = []
    for (const step of keys) {
      const rank = /^\d+$/.test(step) ? Number(step) - 1 : -1
      const row = hasRows(path) ? setting?.rowsAt(path).findIndex(({ name }) => name === step) : -1
      path.push(row !== undefined && row >= 0 ? row : rank >= 0 ? rank : step)
    }
    const at = setting?.pathAt(place, hasRows) ?? []
    const last = keys.at(-1) ?? ''
    return (
      fieldAt(path) ?? fieldAt(at) ?? entries.get(idOf({ path: at, part: 'cle' })) ?? fieldAt([...at, last])
    )
  }

  return {
    element,
    isShown: () => !element.hidden,
    /** Tells whether it stands for its text: all that stops the kit there has a field. */
    isWhole: () =>
      !element.hidden && told.every(problem => problem.severity !== 'erreur' || entryOf(problem)),
    /** Another text is shown, or what can be chosen in it has changed. @returns true: the fields are others */
    show(key: string, schema: Schema): boolean {
      const isOther = key !== built
      if (isOther) {
        built = ''
        latest = undefined
        entries.clear()
        tables.length = 0
        element.replaceChildren()
        addParts(schema, [], element)
        built = key
      }
      refresh()
      return isOther
    },
    refresh,
    /** Shows each problem at its field. */
    tell(problems: readonly Problem[]): void {
      told = problems
      for (const { place, error } of entries.values()) {
        error.textContent = ''
        for (const input of inputsOf(place)) input.removeAttribute('aria-invalid')
      }
      for (const problem of problems) {
        const entry = entryOf(problem)
        if (!entry) continue
        entry.error.textContent = `${entry.error.textContent} ${wordsOf(problem)}`.trim()
        for (const input of inputsOf(entry.place)) input.setAttribute('aria-invalid', 'true')
      }
      for (const group of element.querySelectorAll('details')) {
        const count = group.querySelectorAll('p.faux:not(:empty)').length
        group.firstElementChild?.setAttribute('data-compte', count > 0 ? plural(count, 'point') : '')
      }
    },
    /** The label of the field of a problem; undefined: it has none. */
    labelOf(problem: Problem): string | undefined {
      const { schema, path } = (told.includes(problem) && entryOf(problem)) || {}
      return schema && sayKey(schema, String(path?.at(-1))).label
    },
    /** Goes to the field of a place. @returns false: it has none */
    goTo(line: number, column = 1): boolean {
      const problem = told.find(({ place }) => place.line === line && place.column === column)
      const place = entryOf(problem ?? { keys: [], place: { file: '', line, column } })?.place
      for (let group = place?.closest('details'); group; group = group.parentElement?.closest('details'))
        group.open = true
      if (place) inputsOf(place)[0]?.focus()
      return place !== undefined
    },
  }
}

const wordsOf = (problem: Problem) =>
  problem.code === 'cle-manquante' ? problem.hint : `${sayInForm(problem).message} ${problem.hint}`

const inputsOf = (place: HTMLElement) => [...place.querySelectorAll<HTMLElement>('input, textarea, select')]

const typesOf = ({ type = [] }: Schema) => [type].flat()

const names: Readonly<Record<string, string>> = {
  carre: '■ carré',
  triangle: '▲ triangle',
  disque: '● disque',
  'dos-carre': 'dos carré',
}
