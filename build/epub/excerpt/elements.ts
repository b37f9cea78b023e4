import { type Change, type Element, isIn } from '../../../src/edit-html.ts'

/** Takes elements out with the space before them, each once: those in others go with them. */
export const takenOut = (source: string, gone: readonly Element[]): Change[] =>
  gone
    .filter(element => !gone.some(other => isIn(element, other)))
    .map(({ start, end }) => ({ start: source.slice(0, start).trimEnd().length, end, text: '' }))
