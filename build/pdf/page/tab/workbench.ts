import type { Mm } from '../../../../src/units.ts'
import type { Flow, Matter, Plan } from '../compose/matter.ts'

/** A page of a document, free of everything that Paged.js puts around it. */
export type PageOfPart = {
  html: string
  /** Where the last line of text ends, in px from the top of the text area. */
  bottom: number
  /** The simpler form of its document, when the usual one had faults; said on the first page. */
  form?: Form
  /** ids of the elements that begin on this page. */
  ids: string[]
  /** Smallest `data-b` among the blocks that begin on this page, or that go on there when none begins. */
  block: number | null
  /** An example begins here whose lever ends on the page before: this one must face it. */
  follows?: true
  /** A heading left alone at the foot of the page. */
  heading: string | null
}

/** The faults that only the tab can see; pages count from 1. */
export type TabFault =
  | { kind: 'avis'; text: string }
  | { kind: 'texte'; after: string; expected: number; found: number }
  | { kind: 'fin' }
  | { kind: 'coupe'; page: number; text: string }
  | { kind: 'police'; face: string; status: string }

/** `@page` for Paged.js, and the width and height of its text area in mm. */
export type PagingSheet = { css: string; width: Mm; height: Mm }

/** How Paged.js is given a document: as written; with less space between its parts; everything in one flow. */
export type Form = 'libre' | 'serre' | 'lineaire'

export type PagedPart = { pages: PageOfPart[]; faults: TabFault[] }

/** The tab's workbench: what runs inside the browser, installed by `openWorkshops`. Each function is sent as text, so it
 *  may use this object and the browser, and nothing of its own file. */
export type Workbench = {
  /** Rendered text → the text of the source that it is a copy of. */
  origins: WeakMap<Text, Text>
  traceSource(rendered: Node, origin: Node): void
  placeInSource(text: Text, offset: number): { node: Text; offset: number } | undefined
  streamsOf(roots: readonly ParentNode[]): [body: string, asides: string]
  bottomOf(area: Element, top: number): number
  overflowOf(area: Element, bounds: DOMRect): string | null
  leadOf(element: Element): number
  headingAtFoot(area: Element): string | null
  cleanPage(area: Element): string
  /** What `measureMatter` laid out, for `layPages`. */
  draft?: Draft | undefined
  measureFlow(box: Element, whole: boolean): Flow
  setOnLines(document: Element): void
  measureMatter(html: string, sheet: PagingSheet): Promise<Matter | null>
  layPages(plan: Plan, sheet: { width: number; height: number }): PagedPart
  findFaults(pages: readonly ParentNode[], expected: readonly string[]): TabFault[]
  joinLastWords(source: ParentNode): void
  keepPunctuation(source: ParentNode): void
  breakWideTables(document: Element): void
  halve(column: Element, cut: Range): Element
  columnCut(column: Element, right: number, bottom: number): Range | null
  startOfClosing(overflow: Range, rendered: Element): Element | undefined
  startOfHeading(overflow: Range, rendered: Element): Element | undefined
  amendPaging(handler: PagedHandler): PagedHandler
  fitTitles(source: ParentNode, host: Element): void
  reshape(source: DocumentFragment, form: Form): void
  pageOnce(html: string, sheet: PagingSheet, form: Form): Promise<PagedPart>
  paginatePart(html: string, sheet: PagingSheet, forms: Form[]): Promise<PagedPart>
}

/** A document laid out at each width, its letters, and its elements as they stand one in another. */
export type Draft = { part: Element; copies: Map<number, Element>; expected: [string, string] }

declare global {
  interface Window {
    workbench: Workbench
    /** Paged.js, as its script defines it; the package ships no types. */
    PagedModule: {
      Previewer: new (settings: { maxChars: number; hyphenGlyph: string }) => PagedPreviewer
      Handler: PagedHandler
      registerHandlers(...handlers: PagedHandler[]): void
    }
  }
}

export type BreakToken = { node: Node | null; offset: number } | undefined
export type PagedPage = { area: HTMLElement; wrapper: HTMLElement; removeListeners(): void }
export type PagedHandler = new (chunker: { source: DocumentFragment }, ...rest: unknown[]) => object
export type PagedPreviewer = {
  preview(
    source: DocumentFragment,
    sheets: Record<string, string>[],
    host: Element,
  ): Promise<{ pages: PagedPage[] }>
  polisher: { destroy(): void }
  chunker: { destroy(): void }
}
