import { blocks } from '../../../../src/blocks/index.ts'
import {
  type Form,
  leverForm,
  type Parts,
  pictureForm,
  readParts,
  tableForm,
  writeParts,
} from '../../../../src/text/index.ts'
import type { DrawnBlock } from '../../worker/render-item.ts'
import { drawingsIn, h, partsOf } from '../dom.ts'
import { type FieldSources, fieldOf } from './fields.ts'
import { grid } from './grid.ts'

const DRAW_MS = 200

/** What the atelier asks for in parts, as blocks say it themselves. Its output is ordinary Markdown. */
export const forms: readonly Form[] = [leverForm, ...blocks.map(({ form }) => form), tableForm, pictureForm]

/** Finds the form of a block as it stands in a text; null: it has none. */
export function formOf(block: string): { form: Form; parts: Parts } | null {
  for (const form of forms) {
    const parts = readParts(form, block)
    if (parts) return { form, parts }
  }
  return null
}

/** Creates the fields of a form. @param draw shows what a block becomes, or what is wrong with it */
export function fieldsOf(
  form: Form,
  parts: Parts,
  { draw, ...sources }: FieldSources & { draw(block: string): Promise<DrawnBlock> },
): HTMLElement[] {
  const fields = form.parts.map(part =>
    part.items || part.kind === 'table' ? grid(part, parts) : fieldOf(part, parts, sources),
  )
  return form.isDrawn ? [withDrawing(form, fields, draw)] : fields
}

/** The fields with the drawing beside them, which follows what is filled in. */
function withDrawing(
  form: Form,
  fields: HTMLElement[],
  draw: (block: string) => Promise<DrawnBlock>,
): HTMLElement {
  const drawing = h('div.trace')
  const problems = h('div.faux', { role: 'status' })
  const all = h('div.graphique-saisi', h('div', ...fields), h('div', drawing, problems))
  let due: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  const drawSoon = () => {
    clearTimeout(due)
    const drawTurn = ++turn
    due = setTimeout(async () => {
      const element = all.closest('form')
      if (!element) return
      const answer = await draw(writeParts(form, partsOf(element)))
      if (drawTurn !== turn) return
      // The last drawing stays while a figure is being typed.
      if ('html' in answer) drawing.replaceChildren(...drawingsIn(answer.html, '.dessin > svg'))
      const isBegun = [...all.querySelectorAll<HTMLInputElement>('tbody tr + tr td + td input')].some(
        ({ value }) => value,
      )
      problems.replaceChildren(
        ...(isBegun && 'messages' in answer ? answer.messages : []).map(message => h('p', message)),
      )
    }, DRAW_MS)
  }
  all.addEventListener('input', drawSoon)
  drawSoon()
  return all
}
