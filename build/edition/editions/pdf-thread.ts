import type { Kit } from '../../../src/kit/index.ts'
import { type Bundle, startThread, type Thread } from '../../ground/index.ts'
import type { Pages, PageWarning } from '../../paper/index.ts'

/** Order to the thread, but for the documents: plain values. */
type PdfOrder = PdfSettings & {
  /** Folder of the cache; null: nothing is kept. */
  cacheDir: string | null
  /** The digest of the press: part of all keys of that cache. */
  name: string
  /** Address of the running browser. */
  endpoint: string
}

/** It tells the pages as soon as they are counted, and is given the documents once they are rendered. */
export type PdfTalk = {
  order: PdfOrder
  result: MadePdf
  news: Pages
  later: readonly SentDocument[]
}

/** A document by its id: the thread has its item with the kit. */
export type SentDocument = { id: string; html: string }

export type PdfThread = Thread<PdfTalk>

/** Starts the thread of the PDFs. It loads their libraries, which takes long, so a build without work does without them. */
export const startPdfThread = (): PdfThread =>
  startThread<PdfTalk>(new URL('./pdf-worker.ts', import.meta.url))

/** Settings of the PDF edition: plain values, which go to its thread. */
export type PdfSettings = {
  kit: Kit
  date: Date
  /** Tabs at once. */
  jobs: number
  /** Hashes of all that an edition depends on: the kit, the press, the date. */
  inputs: readonly string[]
}

/** The PDF edition: its counted pages, which the other editions need, its warnings, and its files by their paths. */
export type MadePdf = { pages: Pages; warnings: readonly PageWarning[]; files: Bundle }
