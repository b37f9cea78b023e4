import { childOf, childrenBy, elementsOf, settingOf, toggle, type XmlElement } from './xml.ts'

/** A paragraph or character style, with what it takes from those it is based on. */
export type WordStyle = {
  name: string
  /** From 1. */
  heading: number | null
  numbering: { id: string; depth: number } | null
  indent: number | null
  bold: boolean
  italic: boolean
  underlined: boolean
}

const unknown: WordStyle = {
  name: '',
  heading: null,
  numbering: null,
  indent: null,
  bold: false,
  italic: false,
  underlined: false,
}

const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d+$/.test(text) ? Number(text) : null

/** The styles of a file by their ids. */
export function styleTable(sheet: XmlElement | undefined): (id: string | undefined) => WordStyle {
  const written = childrenBy(sheet, 'w:style', 'w:styleId')
  const read = new Map<string, WordStyle>()
  const normal = [...written.values()].find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
  )?.attributes['w:styleId']

  function of(id: string | undefined, above: readonly string[] = []): WordStyle {
    if (id === undefined || above.includes(id)) return unknown
    const cached = read.get(id)
    if (cached) return cached
    const style = written.get(id)
    const [paragraph, run] = [childOf(style, 'w:pPr'), childOf(style, 'w:rPr')]
    const base = of(settingOf(style, 'w:basedOn'), [...above, id])
    const outline = numberOf(settingOf(paragraph, 'w:outlineLvl'))
    const name = settingOf(style, 'w:name') ?? id
    const wordStyle: WordStyle = {
      name,
      heading: headingNamed(name) ?? (outline !== null && outline < 9 ? outline + 1 : base.heading),
      numbering: numberingOf(paragraph) ?? base.numbering,
      indent: indentOf(paragraph) ?? base.indent,
      bold: toggle(run, 'w:b') ?? base.bold,
      italic: toggle(run, 'w:i') ?? base.italic,
      underlined: toggle(run, 'w:u') ?? base.underlined,
    }
    read.set(id, wordStyle)
    return wordStyle
  }

  return id => of(id ?? normal)
}

/** Word saves its own names in English, whatever its language; other editors may not. */
function headingNamed(name: string): number | null {
  const level = /^(?:heading|titre) ?(\d)$/i.exec(name.trim())?.[1]
  return level === undefined ? null : Number(level)
}

export function numberingOf(paragraph: XmlElement | undefined): { id: string; depth: number } | null {
  const numbered = childOf(paragraph, 'w:numPr')
  const id = settingOf(numbered, 'w:numId')
  return id === undefined ? null : { id, depth: numberOf(settingOf(numbered, 'w:ilvl')) ?? 0 }
}

export function indentOf(paragraph: XmlElement | undefined): number | null {
  const indent = childOf(paragraph, 'w:ind')?.attributes
  return numberOf(indent?.['w:left'] ?? indent?.['w:start'])
}

/** Gives the kind and start of a list at each depth; null for a format without signs. */
type ListTable = (id: string, depth: number) => { ordered: boolean; start: number } | null

/** The lists of a file by their numbers. Number 0 is none. */
export function listTable(numbering: XmlElement | undefined): ListTable {
  const kinds = childrenBy(numbering, 'w:abstractNum', 'w:abstractNumId')
  const lists = childrenBy(numbering, 'w:num', 'w:numId')
  return (id, depth) => {
    const list = lists.get(id)
    if (!list || id === '0') return null
    const at = (element: XmlElement) => element.attributes['w:ilvl'] === String(depth)
    const override = elementsOf(list).find(level => level.name === 'w:lvlOverride' && at(level))
    const kind = kinds.get(settingOf(list, 'w:abstractNumId') ?? '')
    const level =
      childOf(override, 'w:lvl') ?? elementsOf(kind).find(level => level.name === 'w:lvl' && at(level))
    const format = settingOf(level, 'w:numFmt') ?? 'bullet'
    if (format === 'none') return null
    const start = settingOf(override, 'w:startOverride') ?? settingOf(level, 'w:start')
    return { ordered: format !== 'bullet', start: Math.max(0, Number(start ?? 1) || 0) }
  }
}
