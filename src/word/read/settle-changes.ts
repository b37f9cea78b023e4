import { childOf, dayOf, elementsOf, seenIn, type XmlElement } from './xml.ts'

/** A tracked change of words: who made it, and on which day. */
export type TrackedChange = { kind: 'insertion' | 'deletion'; auteur: string; date: string }

const kinds: Readonly<Record<string, TrackedChange['kind']>> = {
  'w:ins': 'insertion',
  'w:moveTo': 'insertion',
  'w:cellIns': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'deletion',
  'w:cellDel': 'deletion',
}

const changeIn = ({ name, attributes }: XmlElement): TrackedChange | null => {
  const kind = kinds[name]
  return kind ? { kind, auteur: attributes['w:author'] ?? '', date: dayOf(attributes['w:date']) } : null
}

/** Tells of changes that a version holds. */
export type Accepts = (auteur: string) => boolean

/** Lists the tracked changes of a part, in the order of the text. */
export function trackedChanges(root: XmlElement | undefined): TrackedChange[] {
  return elementsOf(root).flatMap(element => [changeIn(element) ?? [], trackedChanges(element)].flat())
}

/** The part as it reads once some of its tracked changes are accepted and the others refused; where comments begin and end
 *  stays. Words that somebody inserted and somebody deleted are in no version. @see ECMA-376-1 §17.13.5 */
export function settleChanges(root: XmlElement, accepts: Accepts): XmlElement {
  const isGone = (change: TrackedChange | null) =>
    change !== null && accepts(change.auteur) === (change.kind === 'deletion')
  /** Tells of a mark in the properties of a row, a cell or a paragraph by which it is not there. */
  const isMarkedGone = (properties: XmlElement | undefined) => {
    const changes = elementsOf(properties).flatMap(element => changeIn(element) ?? [])
    return changes.some(isGone) || new Set(changes.map(({ kind }) => kind)).size > 1
  }

  function settle(element: XmlElement, around: TrackedChange['kind'] | null): XmlElement[] {
    const change = changeIn(element)
    if (change) {
      const isUndone = around !== null && around !== change.kind
      if (isGone(change) || isUndone) return anchorsIn(element)
      return elementsOf(element).flatMap(child => settle(child, change.kind))
    }
    // Their marks of changes are those of the paragraph, the row or the cell.
    if (/Pr$/.test(element.name)) return [element]
    const name = { 'w:delText': 'w:t', 'w:delInstrText': 'w:instrText' }[element.name] ?? element.name
    if (/^w:t[rc]$/.test(name) && isMarkedGone(childOf(element, `${name}Pr`))) return anchorsIn(element)
    const children = element.children.flatMap((child): XmlElement['children'] =>
      typeof child === 'string' ? [child] : settle(child, around),
    )
    return [{ ...element, name, children: joinParagraphs(children) }]
  }

  /** Joins a paragraph whose mark is gone with the one below. */
  function joinParagraphs(children: XmlElement['children']): XmlElement['children'] {
    const whole: XmlElement['children'] = []
    let above: XmlElement | null = null
    const end = () => {
      if (above && hasWords(above)) whole.push(above)
      above = null
    }
    for (const child of children) {
      if (typeof child === 'string' || child.name !== 'w:p') {
        if (typeof child !== 'string' && child.name === 'w:tbl') end()
        whole.push(child)
        continue
      }
      const paragraph: XmlElement = above ? joinPair(above, child) : child
      above = isMarkedGone(childOf(childOf(child, 'w:pPr'), 'w:rPr')) ? paragraph : null
      if (!above) whole.push(paragraph)
    }
    end()
    return whole
  }

  return settle(root, null)[0] ?? root
}

/** Two paragraphs as one, in the style of the first that has words. */
function joinPair(above: XmlElement, below: XmlElement): XmlElement {
  const styled = hasWords(above) ? above : below
  const contents = [above, below].flatMap(({ children }) => children.filter(child => !isProperties(child)))
  return { ...styled, children: [...styled.children.filter(isProperties), ...contents] }
}

const isProperties = (child: XmlElement | string) => typeof child !== 'string' && child.name === 'w:pPr'

const hasWords = (paragraph: XmlElement): boolean => seenIn(paragraph).trim() !== ''

/** What holds the comments on words that are gone. */
const anchorsIn = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap(child =>
    /^w:comment(RangeStart|RangeEnd|Reference)$/.test(child.name) ? [child] : anchorsIn(child),
  )
