import type { Element } from '../element.ts'

/** Elements in the pieces that Markdown sets apart by empty lines: a block, a list, a quotation, or one element. */
export function groupSegments(elements: readonly Element[]): Element[][] {
  const groups: Element[][] = []
  for (const element of elements) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && goesOn(before, element)) last.push(element)
    else groups.push([element])
  }
  return groups
}

function goesOn(before: Element, element: Element): boolean {
  if (before.bloc !== element.bloc) return false
  if (element.bloc !== null)
    return (
      !(element.kind === 'paragraph' && element.role === 'titre' && !isTitle(before)) && !isClosing(before)
    )
  if (before.kind !== 'paragraph' || element.kind !== 'paragraph') return false
  if (before.list && element.list) return !element.list.opens
  return before.role === 'citation' && element.role === 'citation'
}

const isTitle = (element: Element) => element.kind === 'paragraph' && element.role === 'titre'
const isClosing = (element: Element) => element.kind === 'paragraph' && element.role === 'cloture'
