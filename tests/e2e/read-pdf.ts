import { readFile } from 'node:fs/promises'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {
  StructTreeContent,
  StructTreeNode,
  TextItem,
  TextMarkedContent,
} from 'pdfjs-dist/types/src/display/api.js'
import { withPdf } from '../../build/ground/disk/with-pdf.ts'

/** A PDF as pdf.js reads it. Pages count from 1. */
export type ReadPdf = {
  pages: { text: string; drawings: string[]; width: number; height: number }[]
  outline: { title: string }[]
  /** Named destination → page. */
  destinations: Map<string, number>
  info: { Title?: string; Language?: string }
  /** Text from the page where the document `id` begins to the page before the next document. */
  textOf(id: string): string
  /** What is said there in the place of each drawing. */
  drawingsOf(id: string): string[]
}

export async function openPdf(path: string): Promise<ReadPdf> {
  return withPdf(await readFile(path), async pdf => {
    const pages: ReadPdf['pages'] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const text = joinItems(items)
      const { width, height } = page.getViewport({ scale: 1 })
      pages.push({ text, drawings: descriptionsIn(await page.getStructTree()), width, height })
    }
    const destinations = await readDestinations(pdf)
    const { info } = (await pdf.getMetadata()) as { info: ReadPdf['info'] }
    const starts = [
      ...new Set([...destinations].filter(([name]) => !name.includes('--')).map(([, page]) => page)),
    ].sort((a, b) => a - b)
    const pagesOf = (id: string) => {
      const first = destinations.get(id)
      if (first === undefined) throw new Error(`no destination ${id}`)
      const next = starts.find(page => page > first) ?? pages.length + 1
      return pages.slice(first - 1, next - 1)
    }
    return {
      pages,
      outline: ((await pdf.getOutline()) ?? []).map(({ title }) => ({ title })),
      destinations,
      info,
      textOf: id =>
        pagesOf(id)
          .map(({ text }) => text)
          .join('\n'),
      drawingsOf: id => pagesOf(id).flatMap(({ drawings }) => drawings),
    }
  })
}

const descriptionsIn = (node: StructTreeNode | StructTreeContent | null): string[] =>
  node === null || !('children' in node)
    ? []
    : [
        ...(node.role === 'Figure' && 'alt' in node ? [String(node.alt)] : []),
        ...node.children.flatMap(descriptionsIn),
      ]

async function readDestinations(pdf: PDFDocumentProxy): Promise<Map<string, number>> {
  const pageOfName = new Map<string, number>()
  for (const [name, target] of Object.entries(await pdf.getDestinations()))
    if (Array.isArray(target)) pageOfName.set(name, (await pdf.getPageIndex(target[0])) + 1)
  return pageOfName
}

/** pdf.js breaks a line where the flow of text does; texts that do not touch are apart all the same. A superscript
 *  touches its number and stands less than half a line higher. */
function joinItems(items: readonly (TextItem | TextMarkedContent)[]): string {
  let text = ''
  let end = { x: Number.NaN, y: Number.NaN }
  for (const item of items) {
    if (!('str' in item)) continue
    const [, , , , x = 0, y = 0] = item.transform as number[]
    if (Math.abs(y - end.y) > 5 || Math.abs(x - end.x) > 2) text += '\n'
    text += item.str
    end = item.hasEOL ? { x: Number.NaN, y: Number.NaN } : { x: x + item.width, y }
    if (item.hasEOL) text += '\n'
  }
  return text
}
