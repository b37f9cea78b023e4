import { type Change, contentOf, type Element, escapeXml, insert } from '../../src/edit-html.ts'
import { plainText } from './xml.ts'

/** Writes the name of its column on each figure of a table, for the style sheet: on a phone, or in large type, a table of
 *  several columns is shown row by row. The words and the markup stay as they are.
 *  @param elements of `xhtml` */
export function nameColumns(xhtml: string, elements: readonly Element[]): Change[] {
  /** By table: the names of its columns. */
  const names = new Map<Element, string[]>()
  /** By row: how many cells it has so far. */
  const cells = new Map<Element, number>()
  const changes: Change[] = []
  for (const element of elements) {
    const { name, parent: row, start, attributes } = element
    if (!row || (name !== 'th' && name !== 'td')) continue
    const column = cells.get(row) ?? 0
    cells.set(row, column + 1)
    const table = around(row, 'table')
    if (!table) continue
    const titles = names.get(table) ?? []
    if (name === 'th' && around(row, 'thead'))
      names.set(table, [...titles, plainText(contentOf(xhtml, element))])
    else if (name === 'td' && column > 0 && titles[column] && !attributes.has('data-colonne'))
      changes.push(insert(start + '<td'.length, ` data-colonne="${escapeXml(titles[column])}"`))
  }
  return changes
}

/** The nearest element of a name around another. */
function around(element: Element, name: string): Element | null {
  for (let outer: Element | null = element; outer; outer = outer.parent) if (outer.name === name) return outer
  return null
}
