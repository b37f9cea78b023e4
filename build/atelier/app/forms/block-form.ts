import type { Parts } from '../../../../src/markdown/blocks/form.ts'
import type { DrawnBlock } from '../../worker/render-item.ts'

/** A block that is asked for in parts. What is written is Markdown like any other. */
export type BlockForm = {
  title: string
  /** What the lines of a block say; null: they are another block, or hold what the form does not ask for. */
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
