import { adresse, jour, type Schema, type SettingValue, sayKey } from '../../../../src/kit/index.ts'
import { completeAddress } from '../../../../src/text/index.ts'
import { field, h } from '../dom.ts'

type Value = Exclude<SettingValue, boolean>

/** A field of the front matter, or of the settings. `read`: null where it says nothing. */
export type HeadField<V = Value> = {
  element: HTMLElement
  read(): V
  fill(value: unknown): void
}

/** Value → name of what can be chosen for a key; null: anything can be written. */
export type Choices = Readonly<Record<string, string>> | null

/** Longer texts go on over several lines. */
const LINE = 100
/** No count where nobody comes near the limit. */
const COUNTED = 200

/** Makes the field of a key as its schema tells. */
export function headField(key: string, schema: Schema, choices: Choices): HeadField {
  const { label } = sayKey(schema, key)
  if (schema.items && (schema.items.maxLength ?? 0) > LINE) return lines(key, label)
  if (schema.type === 'array') return list(key, label, choices ?? {})
  if (choices) return menu(key, label, choices)
  if (schema.pattern?.includes('(0[1-9]|1[0-2])')) return month(key, label)
  if (schema.pattern === jour.pattern) return text(key, label, schema, 'date')
  return text(key, label, schema)
}

const written = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function text(key: string, label: string, schema: Schema, type = 'text'): HeadField {
  const { maxLength = 0, default: usual } = schema
  const isLong = maxLength >= LINE
  const input = isLong ? h('textarea', { name: key, rows: '1' }) : h('input', { name: key, type })
  const isNumber = [schema.type].flat().some(name => name === 'integer' || name === 'number')
  if (isNumber) input.inputMode = 'decimal'
  if (usual !== undefined) input.placeholder = String(usual)
  const count = h('span.compte', { 'aria-hidden': 'true' })
  const tell = () => {
    const length = [...input.value].length
    if (maxLength > 0 && maxLength <= COUNTED) count.textContent = `${length} / ${maxLength}`
    count.classList.toggle('faux', maxLength > 0 && length > maxLength)
  }
  input.addEventListener('input', tell)
  const element = field(label, input)
  element.querySelector('span')?.append(' ', count)
  return {
    element,
    read() {
      const words = input.value.replace(/\s+/g, ' ').trim()
      if (words === '') return null
      if (isNumber && /^\d+(?:[.,]\d+)?$/.test(words)) return Number(words.replace(',', '.'))
      return schema.pattern === adresse.pattern ? completeAddress(words) : words
    },
    fill(value) {
      input.value = written(value)
      tell()
    },
  }
}

/** Texts, one a line: they may have commas. */
export function lines(key: string, label: string): HeadField {
  const input = h('textarea', { name: key, rows: '1', placeholder: 'un par ligne' })
  return {
    element: field(label, input),
    read() {
      const items = input.value.split('\n').map(item => item.trim())
      return items.some(Boolean) ? items.filter(Boolean) : null
    },
    fill(value) {
      input.value = [value ?? []].flat().map(written).join('\n')
    },
  }
}

/** Texts between commas; what the kit has a name for is written by it. */
function list(key: string, label: string, names: NonNullable<Choices>): HeadField {
  const input = h('input', {
    name: key,
    placeholder: Object.values(names).join(', ') || 'séparés par des virgules',
  })
  const idOf = (text: string) => Object.keys(names).find(id => names[id] === text) ?? text
  return {
    element: field(label, input),
    read() {
      const items = input.value.split(',').map(item => item.trim())
      return items.some(Boolean) ? items.filter(Boolean).map(idOf) : null
    },
    fill(value) {
      const items = Array.isArray(value) ? value.map(written) : [written(value)]
      input.value = items.map(item => names[item] ?? item).join(', ')
    },
  }
}

function menu(key: string, label: string, choices: NonNullable<Choices>): HeadField {
  const select = h('select', { name: key })
  const option = (value: string, name: string) => h('option', { value }, name)
  return {
    element: field(label, select),
    read: () => select.value || null,
    fill(value) {
      const current = written(value)
      const names = Object.entries(choices).map(([id, name]) => option(id, name))
      // What the kit does not know stays, and is told as a problem.
      select.replaceChildren(...(current in choices ? [] : [option(current, current)]), ...names)
      select.value = current
    },
  }
}

const months = Array.from({ length: 12 }, (_, index) =>
  new Date(2000, index).toLocaleDateString('fr-FR', { month: 'long' }),
)

function month(key: string, label: string): HeadField {
  const name = h('select', { name: key, 'aria-label': `${label}, mois` }, h('option', { value: '' }, '–'))
  for (const [index, word] of months.entries())
    name.append(h('option', { value: String(index + 1).padStart(2, '0') }, word))
  const year = h('input', { name: `${key}-annee`, inputmode: 'numeric', 'aria-label': `${label}, année` })
  return {
    element: h('fieldset.champ.mois', h('legend', label), name, year),
    read: () => (name.value || year.value ? `${year.value.trim()}-${name.value}` : null),
    fill(value) {
      const [, number = '', word = ''] = /^(\d*)-?(.*)$/.exec(written(value)) ?? []
      year.value = number
      name.value = word
    },
  }
}
