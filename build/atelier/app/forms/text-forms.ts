import { blocks } from '../../../../src/markdown/blocks/index.ts'
import type { Form } from '../../../../src/markdown/form.ts'
import { field, h } from '../dom.ts'
import type { BlockForm } from './block-form.ts'

/** The blocks that say themselves what is to be asked for. */
export const textForms: readonly BlockForm[] = blocks.flatMap(({ form }) => (form ? [blockForm(form)] : []))

function blockForm({ title, parts, lines, read = groups => groups, write }: Form): BlockForm {
  return {
    title,
    read(block) {
      const groups = lines.exec(block)?.groups
      // A part that may be left out is then undefined.
      return groups
        ? read(Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, text ?? ''])))
        : null
    },
    write,
    fields: values =>
      parts.map(({ name, label, long, needed, example = '' }) => {
        const properties = { name, required: needed === true, placeholder: example }
        const input = long ? h('textarea', { ...properties, rows: '4' }) : h('input', properties)
        input.value = values[name] ?? ''
        return field(label, input)
      }),
  }
}
