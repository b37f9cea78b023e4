import type { Change, Element } from '../../../src/edit-html.ts'

/** Whether an element stands in another, however deep. */
export function isIn(element: Element, other: Element): boolean {
  for (let outer = element.parent; outer; outer = outer.parent) if (outer === other) return true
  return false
}

/** Takes elements out with the space before them, each once: those in others go with them. */
export const takenOut = (source: string, gone: readonly Element[]): Change[] =>
  gone
    .filter(element => !gone.some(other => isIn(element, other)))
    .map(({ start, end }) => ({ start: source.slice(0, start).trimEnd().length, end, text: '' }))
