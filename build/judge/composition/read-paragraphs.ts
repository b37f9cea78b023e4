import type { PdfPage, PdfPlace, StructureNode } from '../audit/read/pdf.ts'

/** A piece of a line of text, in mm: its baseline under the top of the page, its left and right edge, and the size of its letters in pt. */
export type Run = { text: string; baseline: number; left: number; right: number; size: number }
/** A paragraph or the body of an item of a list, as far as it stands on one page. */
export type Paragraph = Run[]

export type PageText = {
  paragraphs: Paragraph[]
  /** Labels of examples that begin before any text of the page: their levers ended on a page before. */
  led: string[]
}

const MM = 25.4 / 72
/** The label that an example begins with. */
const EXAMPLE = /^(\S+ )?Exemple$/

/** The paragraphs of a page of a tagged PDF; lists, boxes and captions count alike. */
export function readParagraphs({ structure, places, top }: PdfPage): PageText {
  const runsIn = (node: StructureNode) =>
    contentsIn(node)
      .flatMap(wanted => places.filter(({ content }) => content === wanted))
      .map(place => runOf(place, top))
  const paragraphs: Paragraph[] = []
  const led: string[] = []
  let text = false
  const walk = (node: StructureNode, inBox: boolean): void => {
    const box = inBox || node.role === 'Div'
    const [first] = node.children
    if (node.role === 'Div' && !text && first) {
      const label = wordsOf(runsIn(first))
      if (EXAMPLE.test(label)) led.push(label)
    }
    if (node.role === 'P' || node.role === 'LBody') {
      paragraphs.push(runsIn(node))
      text ||= !box
      if (node.role === 'P') return
    }
    for (const child of node.children) walk(child, box)
  }
  if (structure) walk(structure, false)
  return { paragraphs, led }
}

const runOf = ({ text, x, y, width, size }: PdfPlace, top: number): Run => ({
  text,
  baseline: (top - y) * MM,
  left: x * MM,
  right: (x + width) * MM,
  size,
})

/** Content of a paragraph; a list within an item has paragraphs of its own. */
const contentsIn = ({ content, children }: StructureNode): number[] =>
  typeof content === 'number'
    ? [content]
    : children.flatMap(child => (child.role === 'P' || child.role === 'L' ? [] : contentsIn(child)))

const wordsOf = (runs: readonly Run[]) =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim()
