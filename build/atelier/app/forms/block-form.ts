import { blocks } from '../../../../src/blocks/index.ts'
import type { Form, Parts } from '../../../../src/text/index.ts'
import type { DrawnBlock } from '../../worker/render-item.ts'
import { field, h } from '../dom.ts'

/** A form for the parts of a block. Its output is ordinary Markdown. */
export type BlockForm = {
  title: string
  /** Reads the parts of a block; null: another block, or one with content outside the form. */
  read(block: string): Parts | null
  write(parts: Parts): string
  /** The fields, filled with `parts`. @param draw shows what a block becomes, or what is wrong with it */
  fields(parts: Parts, draw: (block: string) => Promise<DrawnBlock>): Node[]
}

/** Finds the form that would write a block as it stands, to the space; any other block is left to its author. */
export function formOf(forms: readonly BlockForm[], block: string): { form: BlockForm; parts: Parts } | null {
  for (const form of forms) {
    const parts = form.read(block)
    if (parts && form.write(parts) === block) return { form, parts }
  }
  return null
}

/** The blocks that say themselves what is to be asked for. */
export const textForms: readonly BlockForm[] = blocks.flatMap(({ form }) =>
  form ? [withMarks(blockForm(form))] : [],
)

/** Keeps what the machine wrote at the end of the first line, `{#ancre}`, out of the fields and in the block. */
export function withMarks(form: BlockForm): BlockForm {
  return {
    ...form,
    read(block) {
      const [, marks = ''] = /^:::[^\n]*?( \{[^{}\n]*\})(?=\n)/.exec(block) ?? []
      const parts = form.read(block.replace(marks, ''))
      return parts && { ...parts, marks }
    },
    write: ({ marks = '', ...parts }) => form.write(parts).replace('\n', () => `${marks}\n`),
  }
}

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
