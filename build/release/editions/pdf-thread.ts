import type { Pages } from '../../pdf/index.ts'
import { startThread, type Thread } from '../../thread/thread.ts'
import type { MadePdf } from './make-pdf.ts'
import type { PdfSettings } from './pdf-settings.ts'

/** What the thread is given, but for the documents: plain values. */
export type PdfOrder = PdfSettings & {
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

/** The libraries that make PDFs are long to load: a build that has nothing to do does without them, and they are loaded in the
 *  thread that needs them. */
export const startPdfThread = (): PdfThread =>
  startThread<PdfTalk>(new URL('./pdf-worker.ts', import.meta.url))
