import type { TextLines } from '../worker/render-item.ts'

/** The line of the text that a part of its page was made of; undefined: of none. A drawing stands for what its frame says. */
export function lineOf(lines: TextLines, part: Element | null): number | undefined {
  const element = part?.closest('[data-b]') ?? part?.closest('figure, aside')?.querySelector('[data-b]')
  return lines.find(([number]) => number === Number(element?.getAttribute('data-b')))?.[1]
}

/** The part of a page that a line of its text became; null: none. */
export function partOf(lines: TextLines, page: Document | null, line: number): Element | null {
  const [number] = lines.findLast(([, first]) => first <= line) ?? []
  return number === undefined ? null : (page?.querySelector(`[data-b="${number}"]`) ?? null)
}
