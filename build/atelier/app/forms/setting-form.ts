import {
  kitSchema,
  openSetting,
  partenairesSchema,
  rechercheSchema,
  type Schema,
  type SettingPath,
  type SettingText,
  type SettingValue,
  sayKey,
  siglesSchema,
  slug,
} from '../../../../src/kit/index.ts'
import { type Problem, plural, withCapital } from '../../../../src/problems/index.ts'
import { slugify } from '../../../../src/text/index.ts'
import { button, h } from '../dom.ts'
import type { Editor } from '../editor/editor.ts'
import { whatDiffers } from '../editor/text.ts'
import { type Choices, type HeadField, headField, lines } from './head-fields.ts'
import { bareMessage, inputsOf, wordsOf } from './head-form.ts'

/** The files of settings that have a form. */
export const settings: Readonly<Record<string, { name: string; schema: Schema }>> = {
  'kit.yaml': { name: 'Réglages du kit', schema: kitSchema },
  'partenaires.yaml': { name: 'Partenaires', schema: partenairesSchema },
  'sigles.yaml': { name: 'Sigles', schema: siglesSchema },
  'recherche.yaml': { name: 'Mots équivalents pour la recherche', schema: rechercheSchema },
}

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

/** Creates the form of a file of settings, as its schema tells. It changes a value alone; comments and all other lines stay as they were
 *  typed. @param choices what can be chosen for a key, beside what its schema says */
export function createSettingForm(options: { editor(): Editor; choices(key: string): Choices }) {
  const { editor } = options
  const element = h('section.entete.reglage', { 'aria-label': 'Réglages' })
  const entries = new Map<string, Entry>()
  const tables: Table[] = []
  let file = ''
  let setting: SettingText | null = null
  let told: readonly Problem[] = []

  const idOf = ({ path, part }: Target) => [...path, part].join('/')
  const hasRows = (path: SettingPath) => tables.some(table => table.path.join('/') === path.join('/'))

  function fieldFor(key: string, schema: Schema): HeadField<SettingValue> {
    const { label } = sayKey(schema, key)
    const values = schema.enum ?? (schema.const ? [schema.const] : null)
    if (schema.type === 'array') return lines(key, label)
    if (schema.type === 'boolean') {
      const menu = headField(key, schema, { true: 'oui', false: 'non' })
      return { ...menu, read: () => menu.read() === 'true' }
    }
    const named = values && Object.fromEntries(values.map(value => [value, names[value] ?? value]))
    return headField(key, schema, options.choices(key) ?? named)
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
    place.addEventListener('change', refresh)
    for (const input of inputsOf(place)) input.setAttribute('aria-describedby', error.id)
    entries.set(id, entry)
    return entry
  }

  function addParts(whole: Schema, path: SettingPath, into: HTMLElement, group: Entry['group'] = null): void {
    const { properties = {}, required = [] } = whole
    if (whole.propertyNames || whole.items) into.append(tableOf(whole, path))
    for (const [key, schema] of Object.entries(properties)) {
      const [inner, { label, help }] = [[...path, key], sayKey(schema, key)]
      if (schema.properties || schema.propertyNames || typeof schema.items === 'object') {
        const parts = h('div.champs')
        const nothing = typesOf(schema).includes('null') ? null : undefined
        addParts(schema, inner, parts, required.includes(key) ? null : { path: inner, nothing })
        into.append(h('details.groupe', h('summary', label), parts))
      } else {
        const own = { schema, isNeeded: required.includes(key), named: null, group }
        const { place, error } = entryAt({ path: inner, part: 'valeur' }, key, own)
        if (help) error.before(h('small', withCapital(help)))
        into.append(place)
      }
    }
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
    const value = field.read()
    if (!setting || JSON.stringify(value) === JSON.stringify(currentOf(entry) ?? null)) return
    if (value === null) {
      if (currentOf(entry) === undefined) return
      const nothing = typesOf(schema).includes('null') ? null : isNeeded ? '' : undefined
      const isLast =
        group && [...entries.values()].every(other => other.group !== group || !other.field.read())
      if (isLast) writeText(setting.with(group.path, group.nothing))
      else writeText(setting.with(path, part === 'cle' ? '' : nothing, part))
      return
    }
    const text = setting.with(path, value, part)
    const [name, former] = [named && currentOf(named), slugify(String(currentOf(entry) ?? ''))]
    const isOwn = named !== null && (!name || name === former)
    writeText(isOwn ? openSetting(text, file)?.with(named.path, slugify(String(value)), named.part) : text)
  }

  function writeText(text: string | undefined): void {
    const { view } = editor()
    if (text === undefined) return
    view.dispatch({ changes: whatDiffers(view.state, text), userEvent: 'input.type', filter: false })
    refresh()
  }

  /** The text may have changed. */
  function refresh(): void {
    setting = file === '' ? null : openSetting(editor().text(), file)
    element.hidden = setting === null
    if (!setting) return
    for (const table of tables) fillTable(table)
    for (const entry of entries.values())
      if (!entry.place.contains(document.activeElement) || entry.field.read() === null)
        entry.field.fill(currentOf(entry) ?? entry.schema.default)
  }

  const fieldAt = (path: SettingPath) => entries.get(idOf({ path, part: 'valeur' }))

  /** The field of a problem: by its name there, or by its place. */
  function entryOf({ message, place }: Problem): Entry | undefined {
    const steps = /^([^:]+?) : /.exec(message)?.[1]?.split(' › ') ?? []
    const path: (string | number)[] = []
    for (const step of steps) {
      const rank = /^\d+$/.test(step) ? Number(step) - 1 : -1
      const row = hasRows(path) ? setting?.rowsAt(path).findIndex(({ name }) => name === step) : -1
      path.push(row !== undefined && row >= 0 ? row : rank >= 0 ? rank : step)
    }
    const at = setting?.pathAt(place, hasRows) ?? []
    const last = steps.at(-1) ?? ''
    return (
      fieldAt(path) ?? fieldAt(at) ?? entries.get(idOf({ path: at, part: 'cle' })) ?? fieldAt([...at, last])
    )
  }

  return {
    element,
    isShown: () => !element.hidden,
    /** Tells whether it stands for the text of the file: all that stops the kit there has a field. */
    isWhole: () =>
      !element.hidden && told.every(problem => problem.severity !== 'erreur' || entryOf(problem)),
    /** Another file is shown; '' for one that has no form. */
    show(next: string): void {
      if (next !== file) {
        file = next
        entries.clear()
        tables.length = 0
        element.replaceChildren()
        addParts(settings[file]?.schema ?? {}, [], element)
      }
      refresh()
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
    /** Goes to the field of a place. @returns false: it stands in the text */
    goTo(line: number, column = 1): boolean {
      const problem = told.find(({ place }) => place.line === line && place.column === column)
      const place = problem && entryOf(problem)?.place
      for (let group = place?.closest('details'); group; group = group.parentElement?.closest('details'))
        group.open = true
      if (place) inputsOf(place)[0]?.focus()
      return place !== undefined || this.isWhole()
    },
  }
}

/** Says a problem of the settings as their form does; null: it is about another file. */
export function sayInSettings(problem: Problem): { where: string; message: string } | null {
  const { name, schema } = settings[problem.place.file] ?? {}
  if (!name) return null
  const steps = /^([^:]+?) : /.exec(problem.message)?.[1]?.split(' › ') ?? []
  const labels: string[] = []
  let inner: Schema | undefined = schema
  for (const step of steps) {
    const next: Schema | undefined = inner?.properties?.[step]
    if (!next && !inner?.additionalProperties && !inner?.items) break
    inner = next ?? (inner?.additionalProperties || inner?.items || undefined)
    labels.push(next ? sayKey(next, step).label : step)
  }
  return labels.length === 0
    ? { where: name, message: problem.message }
    : { where: labels.join(' › '), message: bareMessage(problem) }
}

const typesOf = ({ type = [] }: Schema) => [type].flat()

const names: Readonly<Record<string, string>> = {
  carre: '■ carré',
  triangle: '▲ triangle',
  disque: '● disque',
  'dos-carre': 'dos carré',
}
