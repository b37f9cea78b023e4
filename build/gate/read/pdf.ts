import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { withPdf } from '../../ground/index.ts'

export type PdfPage = {
  /** Folio, from 1. */
  number: number
  /** Text of the structure tree, in its order: what a reading machine says. */
  text: string
  /** The same, element by element: paragraphs, items, cells. */
  elements: string[]
  /** Text outside it: heads, folios, thumb tabs. */
  artefacts: string
  /** Text of the structure by its baseline, in pt from the origin of the page's own space. */
  places: PdfPlace[]
  links: PdfLink[]
  structure: StructureNode | null
  /** In pt. */
  height: number
  /** Its upper edge, in the space of `places`: a page that was cut to its trim does not begin at zero. */
  top: number
}

export type PdfPlace = {
  text: string
  x: number
  y: number
  width: number
  size: number
}

/** `to`: a page of this file, an address, or nothing that can be reached. */
export type PdfLink = {
  to: { page: number; name: string | null } | { url: string } | null
  /** The text under the link, and its description for reading machines. */
  text: string
  contents: string
}

export type StructureNode = {
  role: string
  alt: string | null
  children: StructureNode[]
  text: string
}

export type PdfText = {
  pages: PdfPage[]
  /** Bookmarks, depth first. */
  outline: OutlineEntry[]
  /** Named destination → page. */
  destinations: ReadonlyMap<string, number>
  /** Names of pages in a viewer; null: it counts them. */
  labels: readonly string[] | null
  /** Names of actions that run by themselves. */
  actions: string[]
  attachments: string[]
}

/** Reads the words, places, links and actions of a PDF. */
export function readPdf(bytes: Uint8Array, signal: AbortSignal): Promise<PdfText> {
  return withPdf(bytes, async pdf => {
    const destinations = await destinationsOf(pdf)
    const pages: PdfPage[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      signal.throwIfAborted()
      pages.push(await readPage(await pdf.getPage(number), pdf, destinations))
    }
    return {
      pages,
      outline: await outlineOf(pdf, destinations),
      destinations,
      labels: await pdf.getPageLabels(),
      actions: [
        ...Object.keys((await pdf.getJSActions()) ?? {}),
        ...((await pdf.getOpenAction()) ? ['OpenAction'] : []),
      ],
      attachments: Object.keys((await pdf.getAttachments()) ?? {}),
    }
  })
}

async function readPage(
  page: PDFPageProxy,
  pdf: PDFDocumentProxy,
  destinations: ReadonlyMap<string, number>,
): Promise<PdfPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const textOfId = new Map<string, string>()
  const places: PdfPage['places'] = []
  let artefacts = ''
  const open: (string | null)[] = []
  for (const item of items) {
    if ('str' in item) {
      const text = item.str + (item.hasEOL ? '\n' : '')
      const id = open.findLast(id => id !== null)
      if (id) {
        textOfId.set(id, (textOfId.get(id) ?? '') + text)
        places.push({
          text: item.str,
          x: Number(item.transform[4]),
          y: Number(item.transform[5]),
          width: item.width,
          size: item.height,
        })
      } else artefacts += text
    } else if (item.type !== 'endMarkedContent') open.push(item.id ?? null)
    // Two that stand on one line are still two.
    else if (open.pop() === null) artefacts += '\n'
  }
  const tree = (await page.getStructTree()) as RawNode | null
  const structure = tree ? nodeOf(tree, textOfId) : null
  const { height } = page.getViewport({ scale: 1 })
  const annotations = (await page.getAnnotations()) as RawAnnotation[]
  const links = await Promise.all(
    annotations
      .filter(({ subtype }) => subtype === 'Link')
      .map(async ({ dest, url, unsafeUrl, overlaidText, contentsObj }) => ({
        to: url || unsafeUrl ? { url: url ?? unsafeUrl ?? '' } : await pageOf(pdf, dest, destinations),
        text: overlaidText ?? '',
        contents: contentsObj?.str ?? '',
      })),
  )
  return {
    number: page.pageNumber,
    text: structure ? wordsOfNode(structure) : '',
    elements: structure ? elementsOf(structure) : [],
    artefacts,
    places,
    links,
    structure,
    height,
    top: page.view[3] ?? height,
  }
}

type RawNode = {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: RawNode[]
}
type RawAnnotation = {
  subtype: string
  dest?: unknown
  url?: string
  unsafeUrl?: string
  overlaidText?: string
  contentsObj?: { str: string }
}

function nodeOf(raw: RawNode, textOfId: ReadonlyMap<string, string>): StructureNode {
  if (raw.type === 'content') {
    const { id = '' } = raw
    const text = textOfId.get(id) ?? ''
    return { role: '', alt: null, children: [], text }
  }
  const children = (raw.children ?? []).map(child => nodeOf(child, textOfId))
  return { role: raw.role ?? '', alt: raw.alt ?? null, children, text: '' }
}

/** Reads a node in reading order, without spaces between pieces: a piece may end within a word. Of a drawing with a
 *  description, only the caption is read. */
export const wordsOfNode = (node: StructureNode): string =>
  node.role === 'Figure' && node.alt !== null
    ? captionsIn(node).map(wordsOfNode).join('')
    : node.text + node.children.map(wordsOfNode).join('')

const captionsIn = ({ children }: StructureNode) => children.filter(({ role }) => role === 'Caption')

/** Roles that stand inside a line, or are described. @see ISO 32000-1 §14.8.4.4 */
const inline = new Set(['', 'Figure', 'Span', 'Link', 'Reference', 'Quote', 'Note', 'Lbl', 'Strong', 'Em'])

/** Cuts the words where an element that is no part of a line begins or ends. */
function elementsOf({ children }: StructureNode): string[] {
  const elements: string[] = []
  let line = ''
  const end = () => {
    if (line !== '') elements.push(line)
    line = ''
  }
  for (const child of children) {
    const captions = child.role === 'Figure' ? captionsIn(child) : []
    if (inline.has(child.role) && captions.length === 0) line += wordsOfNode(child)
    else {
      end()
      elements.push(...(captions.length > 0 ? captions : [child]).flatMap(elementsOf))
    }
  }
  end()
  return elements
}

/** `page` null: it leads nowhere. */
type OutlineEntry = { title: string; depth: number; page: number | null }

/** Finds the page that a link or a bookmark leads to; null: to no page of this file. */
async function pageOf(pdf: PDFDocumentProxy, dest: unknown, destinations: ReadonlyMap<string, number>) {
  if (typeof dest === 'string') {
    const page = destinations.get(dest)
    return page === undefined ? null : { page, name: dest }
  }
  const page = Array.isArray(dest) ? await numberOf(pdf, dest[0]) : null
  return page === null ? null : { page, name: null }
}

/** Number of the page that a reference names; null: the file has no such page, which pdf.js answers with a fault. */
const numberOf = (pdf: PDFDocumentProxy, page: Parameters<PDFDocumentProxy['getPageIndex']>[0]) =>
  pdf.getPageIndex(page).then(
    index => index + 1,
    () => null,
  )

/** Named destination → page. */
async function destinationsOf(pdf: PDFDocumentProxy): Promise<Map<string, number>> {
  const destinations = new Map<string, number>()
  for (const [name, target] of Object.entries(await pdf.getDestinations())) {
    const page = Array.isArray(target) ? await numberOf(pdf, target[0]) : null
    if (page !== null) destinations.set(name, page)
  }
  return destinations
}

/** Bookmarks, depth first. */
async function outlineOf(
  pdf: PDFDocumentProxy,
  destinations: ReadonlyMap<string, number>,
): Promise<OutlineEntry[]> {
  type Entry = { title: string; dest: unknown; items: Entry[] }
  const walk = async (entries: Entry[], depth: number): Promise<OutlineEntry[]> => {
    const outline: OutlineEntry[] = []
    for (const { title, dest, items } of entries) {
      const target = await pageOf(pdf, dest, destinations)
      outline.push({ title, depth, page: target?.page ?? null }, ...(await walk(items, depth + 1)))
    }
    return outline
  }
  return walk(((await pdf.getOutline()) ?? []) as Entry[], 0)
}

/** An element of the structure and all that stand in it, in their order. */
const nodesIn = (node: StructureNode): StructureNode[] => [node, ...node.children.flatMap(nodesIn)]

/** Lists all elements of some pages; untagged pages have none. */
export const nodesOn = (pages: readonly PdfPage[]): StructureNode[] =>
  pages.flatMap(({ structure }) => (structure ? nodesIn(structure) : []))

/** Starts PDFium, which draws pages made by another program. Opened documents close with their scope. */
export async function openPdfium() {
  const library = await PDFiumLibrary.init()
  return {
    async open(bytes: Uint8Array): Promise<PDFiumDocument & Disposable> {
      const document = await library.loadDocument(bytes)
      return Object.assign(document, { [Symbol.dispose]: () => document.destroy() })
    },
    [Symbol.dispose]: () => library.destroy(),
  }
}
