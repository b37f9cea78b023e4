import { childOf, childrenBy, elementsOf, type XmlElement } from '../xml/parse-xml.ts'
import { settingOf } from './style-table.ts'

/** How a list counts at each depth; null for a format that shows no sign. */
export type ListTable = (id: string, depth: number) => { ordered: boolean; start: number } | null

/** The lists of a file by their numbers. Number 0 is none. */
export function listTable(numbering: XmlElement | undefined): ListTable {
  const kinds = childrenBy(numbering, 'w:abstractNum', 'w:abstractNumId')
  const lists = childrenBy(numbering, 'w:num', 'w:numId')
  return (id, depth) => {
    const list = lists.get(id)
    if (!list || id === '0') return null
    const at = (element: XmlElement) => element.attributes['w:ilvl'] === String(depth)
    const override = elementsOf(list).find(one => one.name === 'w:lvlOverride' && at(one))
    const kind = kinds.get(settingOf(list, 'w:abstractNumId') ?? '')
    const level = childOf(override, 'w:lvl') ?? elementsOf(kind).find(one => one.name === 'w:lvl' && at(one))
    const format = settingOf(level, 'w:numFmt') ?? 'bullet'
    if (format === 'none') return null
    const start = settingOf(override, 'w:startOverride') ?? settingOf(level, 'w:start')
    return { ordered: format !== 'bullet', start: Math.max(0, Number(start ?? 1) || 0) }
  }
}
