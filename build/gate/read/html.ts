import { parseDocument } from 'htmlparser2'

type Root = ReturnType<typeof parseDocument>
type Node = Root['children'][number]
/** An element of a page, as htmlparser2 gives it. */
export type HtmlNode = Extract<Node, { attribs: Record<string, string> }>
export type Parent = Root | HtmlNode

export const parseHtml = (html: string): Parent => parseDocument(html)
/** Reads XML, as XHTML is. */
export const parseXml = (xml: string): Parent => parseDocument(xml, { xmlMode: true })

const isElement = (node: Node): node is HtmlNode => 'attribs' in node

/** All elements below, in the order of the document. */
export function* elementsOf(parent: Parent): Generator<HtmlNode> {
  for (const node of parent.children) {
    if (!isElement(node)) continue
    yield node
    yield* elementsOf(node)
  }
}

export const hasClass = (element: HtmlNode, name: string) =>
  (element.attribs['class'] ?? '').split(/\s+/).includes(name)

/** Elements of a name (`figure`), of a class (`.graphique`), of an id (`#contenu`), or those of which something holds. */
type Wanted = string | ((element: HtmlNode) => boolean)

const isWanted = (wanted: Wanted): ((element: HtmlNode) => boolean) => {
  if (typeof wanted === 'function') return wanted
  if (wanted.startsWith('.')) return element => hasClass(element, wanted.slice(1))
  if (wanted.startsWith('#')) return element => element.attribs['id'] === wanted.slice(1)
  return element => element.name === wanted
}

/** All such elements; none where there is nothing to look in. */
export const findAll = (parent: Parent | undefined, wanted: Wanted): HtmlNode[] =>
  parent ? [...elementsOf(parent)].filter(isWanted(wanted)) : []

/** The first of them. */
export function find(parent: Parent | undefined, wanted: Wanted): HtmlNode | undefined {
  const holds = isWanted(wanted)
  for (const element of parent ? elementsOf(parent) : []) if (holds(element)) return element
  return undefined
}

const silent = new Set('script style template svg head title'.split(' '))
const inline = new Set(
  'a abbr b bdi bdo cite code em i mark q s small span strong sub sup time u wbr'.split(' '),
)

/** The text that a reader meets: drawings and scripts apart, blocks on lines of their own; empty where there is nothing to read. */
export function textOf(parent: Parent | undefined): string {
  return (parent?.children ?? [])
    .map(node => {
      if (!isElement(node)) return node.type === 'text' ? node.data : ''
      if (silent.has(node.name)) return ''
      const text = textOf(node)
      return inline.has(node.name) ? text : `\n${text}\n`
    })
    .join('')
}

/** The same by paragraphs, items, cells: where a line begins by itself. */
export const linesOf = (parent: Parent | undefined): string[] =>
  textOf(parent)
    .split('\n')
    .filter(line => line.trim() !== '')
