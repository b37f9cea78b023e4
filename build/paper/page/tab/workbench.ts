import type { ColumnName, Mm, PagePlan } from '../../../../src/text/index.ts'
import type { Fault } from '../faults.ts'

/** A page of a document, free of everything that Paged.js puts around it. */
export type PageOfPart = {
  html: string
  /** Foot of the last line of text, in px from the top of the text area. */
  bottom: number
  /** Why its document is in one flow, in French; said on the first page. */
  simple?: string
  ids: string[]
  /** `data-b` of the first block of this page. @see firstBlockOf */
  block: number | null
  /** An example begins here whose lever ends on the page before: this one must face it. */
  follows?: true
  heading: string | null
}

/** The faults that only the tab can see; pages count from 1. */
export type TabFault = Extract<Fault, { kind: 'avis' | 'texte' | 'fin' | 'coupe' | 'police' }>

/** Ids of the style sheets of the assembly, which have no say while documents are paged: of the browser, and of Paged.js. */
export const [ASSEMBLY, PAGE_SHEET] = ['montage', 'page'] as const

/** CSS pixels in a millimetre. */
export const MM = 96 / 25.4

/** `@page` for Paged.js, width and height of its text area, and widths of texts and boxes, in mm. */
export type PagingSheet = { css: string; width: Mm; height: Mm; columns: PagePlan['columns'] }

/** Form in which Paged.js gets a document: as written; with less space between its parts; everything in one flow. */
export type PagingForm = 'libre' | 'serre' | 'lineaire'

/** `mended`: the faults of the usual form, which a simpler one has not. */
export type PagedPart = { pages: PageOfPart[]; faults: TabFault[]; mended?: TabFault[] }

/** A document laid out at each width, its letters, and its elements as they stand one in another. */
export type MeasuredDocument = { part: Element; copies: Map<ColumnName, Element>; expected: [string, string] }

declare global {
  interface Window {
    /** Paged.js, as its script defines it; the package ships no types. */
    PagedModule: {
      Previewer: new (settings: { maxChars: number; hyphenGlyph: string }) => PagedPreviewer
      Handler: PagedHandler
    }
  }
}

export type BreakToken = { node: Node | null; offset: number } | undefined
export type PagedPage = {
  element: HTMLElement
  area: HTMLElement
  wrapper: HTMLElement
  removeListeners(): void
}
/** A handler of one preview: made with its three parts, it hears their hooks. */
export type PagedHandler = new (
  chunker: PagedPreviewer['chunker'],
  polisher: PagedPreviewer['polisher'],
  previewer: PagedPreviewer,
) => object
type PagedPreviewer = {
  preview(
    source: DocumentFragment,
    sheets: Record<string, string>[],
    host: Element,
  ): Promise<{ pages: PagedPage[] }>
  polisher: { destroy(): void }
  chunker: { source: DocumentFragment; destroy(): void }
}

/** Gives Paged.js the display frame that it waits for at each page at once: five to nine times faster, with the same pages. It also watches
 *  the size of each page: a forced layout, and pages that would depend on timing. */
export function fastFrames(): void {
  const channel = new MessageChannel()
  const waiting: FrameRequestCallback[] = []
  channel.port1.onmessage = () => waiting.shift()?.(performance.now())
  window.requestAnimationFrame = callback => {
    waiting.push(callback)
    channel.port2.postMessage(null)
    return 0
  }
  Reflect.deleteProperty(window, 'ResizeObserver')
}
