import type { FicheElement, InList } from '../element.ts'
import { declaration, W, xml } from './markup.ts'

/** A list of the document: its number, and how each of its depths counts. */
export type NumberedList = { id: number; levels: Map<number, InList>; inset: number }

/** Numbers the lists of a document: `listOf` an item is the list that its sign comes from. Lists in a list whose signs are of
 *  another kind have a number of their own. */
export function numberLists(elements: readonly FicheElement[]): {
  lists: NumberedList[]
  listOf: ReadonlyMap<FicheElement, NumberedList>
} {
  const lists: NumberedList[] = []
  const listOf = new Map<FicheElement, NumberedList>()
  const open: (NumberedList | undefined)[] = []
  let before: FicheElement | undefined
  for (const element of elements) {
    const place = element.kind === 'paragraph' ? element.list : null
    if (!place || place.opens || (before?.kind === 'paragraph' && !before.list)) open.length = 0
    before = element
    if (!place || place.suite) continue
    open.length = Math.min(open.length, place.depth + 1)
    let list = open[place.depth]
    if (list && list.levels.get(place.depth)?.ordered !== place.ordered) list = undefined
    // A list of its own begins anew, whatever was counted before.
    if (!list) {
      list = { id: lists.length + 1, levels: new Map(), inset: insetOf(element.bloc) }
      lists.push(list)
    }
    if (!list.levels.has(place.depth)) list.levels.set(place.depth, place)
    open[place.depth] = list
    listOf.set(element, list)
  }
  return { lists, listOf }
}

/** In twentieths of a pt. */
const STEP = 360
const insetOf = (bloc: string | null) => (bloc === null ? 0 : 170)
const bullets = ['•', '–', '▪']

/** `word/numbering.xml`. Each list counts for itself: a number that starts anew by an override is split by LibreOffice. */
export function numbering(lists: readonly NumberedList[]): string {
  return (
    declaration +
    xml('w:numbering', { 'xmlns:w': W }, [
      ...lists.map(list =>
        xml('w:abstractNum', { 'w:abstractNumId': list.id }, [
          xml('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
          ...Array.from({ length: 9 }, (_, depth) => level(list, depth)),
        ]),
      ),
      ...lists.map(({ id }) => xml('w:num', { 'w:numId': id }, xml('w:abstractNumId', { 'w:val': id }))),
    ])
  )
}

function level({ levels, inset }: NumberedList, depth: number): string {
  const place = levels.get(depth)
  const ordered = place?.ordered ?? false
  return xml('w:lvl', { 'w:ilvl': depth }, [
    xml('w:start', { 'w:val': place?.start ?? 1 }),
    xml('w:numFmt', { 'w:val': ordered ? 'decimal' : 'bullet' }),
    xml('w:lvlText', { 'w:val': ordered ? `%${depth + 1}.` : (bullets[depth % bullets.length] ?? '•') }),
    xml('w:lvlJc', { 'w:val': 'left' }),
    xml('w:pPr', {}, xml('w:ind', { 'w:left': inset + STEP * (depth + 1), 'w:hanging': STEP })),
  ])
}

/** Indents a paragraph that continues an item. */
export const suiteIndent = (depth: number, bloc: string | null): number => insetOf(bloc) + STEP * (depth + 1)

/** Reads the depth of a list's paragraph from its indent. */
export const depthOfIndent = (indent: number): number => Math.max(0, Math.floor(indent / STEP) - 1)
