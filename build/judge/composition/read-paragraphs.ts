import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { withPdf } from '../with-pdf.ts'

/** A piece of a line of text, in mm: its baseline under the top of the page, its left and right edge, and the size of its letters in pt. */
export type Run = { text: string; baseline: number; left: number; right: number; size: number }
/** A paragraph or the body of an item of a list, as far as it stands on one page. */
export type Paragraph = Run[]

export type PageText = {
  paragraphs: Paragraph[]
  /** Labels of examples that begin before any text of the page: their levers ended on a page before. */
  led: string[]
}

/** Reads the paragraphs of a tagged PDF, page by page, from 0; lists, boxes and captions count alike. */
export function readParagraphs(bytes: Uint8Array, signal: AbortSignal): Promise<PageText[]> {
  return withPdf(bytes, async pdf => {
    const pages: PageText[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      signal.throwIfAborted()
      pages.push(await readPage(await pdf.getPage(number)))
    }
    return pages
  })
}

type RawNode = { role?: string; type?: string; id?: string; children?: RawNode[] }

const MM = 25.4 / 72
/** The label that an example begins with. */
const EXAMPLE = /^(\S+ )?Exemple$/

async function readPage(page: PDFPageProxy): Promise<PageText> {
  const runs = await runsOf(page)
  const paragraphs: Paragraph[] = []
  const led: string[] = []
  let text = false
  const walk = (node: RawNode, inBox: boolean): void => {
    const box = inBox || node.role === 'Div'
    if (node.role === 'Div' && !text) {
      const label = wordsOf(piecesOf(node.children?.[0] ?? {}).flatMap(id => runs.get(id) ?? []))
      if (EXAMPLE.test(label)) led.push(label)
    }
    if (node.role === 'P' || node.role === 'LBody') {
      paragraphs.push(piecesOf(node).flatMap(id => runs.get(id) ?? []))
      text ||= !box
      if (node.role === 'P') return
    }
    for (const child of node.children ?? []) walk(child, box)
  }
  const tree = (await page.getStructTree()) as RawNode | null
  if (tree) walk(tree, false)
  return { paragraphs, led }
}

/** What is drawn, by the name of its marked content. */
async function runsOf(page: PDFPageProxy): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>()
  const open: (string | null)[] = []
  const height = page.view[3] ?? 0
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast(id => id !== null)
      if (!id) continue
      const of = runs.get(id) ?? []
      const [size, , , , x, y] = item.transform.map(Number)
      of.push({
        text: item.str,
        baseline: (height - (y ?? 0)) * MM,
        left: (x ?? 0) * MM,
        right: ((x ?? 0) + item.width) * MM,
        size: size ?? 0,
      })
      runs.set(id, of)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  return runs
}

/** Content of a paragraph; a list within an item has paragraphs of its own. */
function piecesOf(node: RawNode): string[] {
  if (node.type === 'content') return node.id ? [node.id] : []
  return (node.children ?? []).flatMap(child =>
    child.role === 'P' || child.role === 'L' ? [] : piecesOf(child),
  )
}

const wordsOf = (runs: readonly Run[]) =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim()
