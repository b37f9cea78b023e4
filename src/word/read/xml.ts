import { Parser } from 'htmlparser2'
import { DAMAGED, UnreadableWord } from './open-package.ts'

/** An element of XML; names keep their prefix (`w:p`). */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

/** Elements of XML in one another. */
const maxDepth = 200

/** The root of an XML part. Nothing outside it is fetched, and no entity is defined.
 *  @throws UnreadableWord when it is not well formed, too deep, or begins with a DOCTYPE */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = new TextDecoder().decode(bytes)
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.startsWith('!'))
          throw new UnreadableWord(
            'le fichier contient des entités XML, qu’un document de Word n’a pas ; il n’a pas été lu.',
          )
      },
      onopentag(name, attributes) {
        if (open.length > maxDepth)
          throw new UnreadableWord(
            `le fichier a plus de ${maxDepth} éléments les uns dans les autres ; il n’a pas été lu.`,
          )
        const element: XmlElement = { name, attributes, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext(piece) {
        open.at(-1)?.children.push(piece)
      },
      // A missing closing tag is implied, and so is that of `<a/>`.
      onclosetag(_, implied) {
        if (implied && !/\/>\s*$/.test(text.slice(parser.endIndex - 2, parser.endIndex + 1)))
          throw new UnreadableWord(DAMAGED)
        open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  const [element] = elementsOf(root)
  if (!element) throw new UnreadableWord(DAMAGED)
  return element
}

export const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  (element?.children ?? []).filter(child => typeof child !== 'string')

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element).find(child => child.name === name)

/** The children of one name, by an attribute of theirs. */
export const childrenBy = (
  element: XmlElement | undefined,
  name: string,
  attribute: string,
): Map<string, XmlElement> =>
  new Map(
    elementsOf(element)
      .filter(child => child.name === name)
      .map(child => [child.attributes[attribute] ?? '', child]),
  )

/** The text of an element and of all in it. */
export const textIn = (element: XmlElement): string =>
  element.children.map(child => (typeof child === 'string' ? child : textIn(child))).join('')

/** The value of a property: `<w:sz w:val="21"/>`. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

/** The day of a moment, `2026-12-03T10:00:00Z`; '' for none. LibreOffice writes `0-00-00` where it knows none. */
export const dayOf = (moment = ''): string => /^\d{4}-\d\d-\d\d/.exec(moment)?.[0] ?? ''

/** Reads a toggle: `<w:b/>` is on, `<w:b w:val="0"/>` is off. Undefined when it is missing. */
export function toggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(element, name)
  return property && !['0', 'false', 'off', 'none'].includes(property.attributes['w:val'] ?? 'true')
}

/** Of a drawing that is written twice: as a program shows it that knows the newest way, else as others do. */
export const alternative = (element: XmlElement): XmlElement =>
  childOf(element, 'mc:Choice') ??
  childOf(element, 'mc:Fallback') ?? { name: '', attributes: {}, children: [] }

/** An equation on one line: `(a + b)/c`, `x²`, `x^n`, `√(x)`. @see ECMA-376-1 §22.1 */
export function equationIn(element: XmlElement): string {
  const of = (name: string) => {
    const part = childOf(element, name)
    return part ? equationIn(part) : ''
  }
  const together = (text: string) => (/^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`)
  switch (element.name) {
    case 'm:t':
      return textIn(element)
    case 'm:f':
      return `${together(of('m:num'))}/${together(of('m:den'))}`
    case 'm:sSup':
      return `${together(of('m:e'))}${raisedText(of('m:sup'), power => `^${together(power)}`)}`
    case 'm:rad':
      return `√${together(of('m:e'))}`
    default:
      return elementsOf(element).map(equationIn).join('')
  }
}

const raisedDigits = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']

/** Raised words: digits alone have signs of their own. @param others writes the other words */
export const raisedText = (text: string, others = (words: string) => words): string =>
  /^\s*\d+\s*$/.test(text) ? text.replace(/\d/g, digit => raisedDigits[Number(digit)] ?? digit) : others(text)

/** Elements whose words nobody sees. */
const unseen = new Set(['w:instrText', 'w:rPr', 'w:pPr', 'w:sdtPr'])

/** Reads every visible word in an element, whatever its role; imports are checked against this count. */
export function seenIn(element: XmlElement | undefined): string {
  if (!element || unseen.has(element.name)) return ''
  if (element.name === 'w:t') return textIn(element)
  if (element.name === 'm:oMath') return equationIn(element)
  if (element.name === 'mc:AlternateContent') return seenIn(alternative(element))
  if (element.name === 'w:noBreakHyphen') return '-'
  if (/^w:(br|cr|tab|ptab|footnoteReference|endnoteReference)$/.test(element.name)) return ' '
  if (element.name === 'w:r' && toggle(childOf(element, 'w:rPr'), 'w:vanish')) return ''
  const inside = elementsOf(element).map(seenIn).join('')
  return /^w:(p|txbxContent)$/.test(element.name) ? `\n${inside}\n` : inside
}
