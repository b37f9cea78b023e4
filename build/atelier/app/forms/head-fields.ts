import type { Schema, WrittenValue } from '../../../../src/kit/index.ts'
import { field, h } from '../dom.ts'

/** A field of the front matter. `read`: null where it says nothing. */
export type HeadField = {
  element: HTMLElement
  read(): WrittenValue
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
  const label = schema.label ?? key
  if (schema.type === 'array') return choices ? boxes(key, label, choices) : list(key, label)
  if (choices) return menu(key, label, choices)
  if (schema.pattern?.includes('(0[1-9]|1[0-2])')) return month(key, label)
  return text(key, label, schema)
}

const written = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function text(key: string, label: string, { type, maxLength = 0 }: Schema): HeadField {
  const isLong = maxLength >= LINE
  const input = isLong ? h('textarea', { name: key, rows: '1' }) : h('input', { name: key })
  if (type === 'integer') input.inputMode = 'numeric'
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
      return type === 'integer' && /^\d+$/.test(words) ? Number(words) : words
    },
    fill(value) {
      input.value = written(value)
      tell()
    },
  }
}

function list(key: string, label: string): HeadField {
  const input = h('input', { name: key, placeholder: 'séparés par des virgules' })
  return {
    element: field(label, input),
    read() {
      const items = input.value
        .split(',')
        .map(item => item.trim())
        .filter(Boolean)
      return items.length > 0 ? items : null
    },
    fill: value => {
      input.value = Array.isArray(value) ? value.map(written).join(', ') : written(value)
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

function boxes(key: string, label: string, choices: NonNullable<Choices>): HeadField {
  const inputs = Object.keys(choices).map(value => h('input', { type: 'checkbox', name: key, value }))
  let others: string[] = []
  return {
    element: h(
      'fieldset.champ',
      { hidden: inputs.length === 0 },
      h('legend', label),
      ...inputs.map(input => h('label.case', input, ` ${choices[input.value] ?? ''}`)),
    ),
    read() {
      const values = [...others, ...inputs.filter(input => input.checked).map(input => input.value)]
      return values.length > 0 ? values : null
    },
    fill(value) {
      const values: string[] = Array.isArray(value) ? value.map(written) : []
      others = values.filter(one => !(one in choices))
      for (const input of inputs) input.checked = values.includes(input.value)
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
