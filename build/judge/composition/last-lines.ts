import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Paragraphs of a PDF of which the last line is one word, page by page, as they end. Lists, boxes and captions count alike.
 *  @returns by page, from 0 */
export async function oneWordLines(bytes: Uint8Array, signal: AbortSignal): Promise<string[][]> {
  // pdf.js takes the buffer away from its owner.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const pdf = await loading.promise
  try {
    const pages: string[][] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      signal.throwIfAborted()
      pages.push(await endsOf(await pdf.getPage(number)))
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

type RawNode = { role?: string; type?: string; id?: string; children?: RawNode[] }
type Line = { y: number; text: string }

/** Lines of text are as close as this, in pt, when they are one. */
const SAME_LINE = 3

async function endsOf(page: PDFPageProxy): Promise<string[]> {
  const linesOfId = new Map<string, Line[]>()
  const open: (string | null)[] = []
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast(id => id !== null)
      if (!id) continue
      const lines = linesOfId.get(id) ?? []
      lines.push({ y: Number(item.transform[5]), text: item.str })
      linesOfId.set(id, lines)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  const ends: string[] = []
  const walk = (node: RawNode): void => {
    if (node.role === 'P' || node.role === 'LBody') {
      const end = lastLine(piecesOf(node).flatMap(id => linesOfId.get(id) ?? []))
      if (end) ends.push(end)
      if (node.role === 'P') return
    }
    for (const child of node.children ?? []) walk(child)
  }
  const tree = (await page.getStructTree()) as RawNode | null
  if (tree) walk(tree)
  return ends
}

/** Content of a paragraph; a list within an item has paragraphs of its own. */
function piecesOf(node: RawNode): string[] {
  if (node.type === 'content') return node.id ? [node.id] : []
  return (node.children ?? []).flatMap(child =>
    child.role === 'P' || child.role === 'L' ? [] : piecesOf(child),
  )
}

/** The word that a paragraph of several lines ends with, when it stands alone; one that the page cuts has no end. */
function lastLine(pieces: readonly Line[]): string | null {
  const drawn = pieces.filter(({ text }) => text.trim())
  const last = drawn.at(-1)
  if (!last || drawn.every(({ y }) => Math.abs(y - last.y) < SAME_LINE)) return null
  const text = pieces
    .filter(({ y }) => Math.abs(y - last.y) < SAME_LINE)
    .map(piece => piece.text)
    .join('')
    .trim()
  return /[.!?:;»)…]$/.test(text) && !/\s/.test(text.replace(/\s(?=[!?:;»]$)/, '')) ? text : null
}
