import { Parser } from 'htmlparser2'
import { limits } from '../package/limits.ts'
import { UnreadableWord } from '../unreadable.ts'

/** An element of XML; names keep their prefix (`w:p`). */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

const decoders = new Map([
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
])

const DAMAGED = 'le fichier est abîmé ; l’enregistrer de nouveau depuis Word ou LibreOffice.'

/** The root of an XML part. Nothing outside it is fetched, and no entity is defined.
 *  @throws UnreadableWord when it is not well formed, too deep, or begins with a DOCTYPE */
export function parseXml(bytes: Uint8Array): XmlElement {
  const named = [...decoders].find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  const text = new TextDecoder(named?.[0] ?? 'utf-8').decode(bytes)
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
        if (open.length > limits.depth)
          throw new UnreadableWord(
            `le fichier a plus de ${limits.depth} éléments les uns dans les autres ; il n’a pas été lu.`,
          )
        const element: XmlElement = { name, attributes, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext(piece) {
        const children = open.at(-1)?.children
        const last = children?.at(-1)
        if (children && typeof last === 'string') children[children.length - 1] = last + piece
        else children?.push(piece)
      },
      onclosetag(_, implied) {
        if (implied && !/\/>\s*$/.test(text.slice(0, parser.endIndex + 1).slice(-3)))
          throw new UnreadableWord(DAMAGED)
        open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text)
  parser.end()
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
