import type { Document } from '../../pages/renditions.ts'
import type { Pages } from '../../pdf/index.ts'
import { startThread, type Thread } from '../../thread/thread.ts'
import type { Files } from '../kept-edition.ts'
import type { Told } from './make-pdf.ts'
import type { PdfSettings } from './pdf-settings.ts'

/** What the thread is given, but for the documents: plain values. */
export type PdfOrder = PdfSettings & {
  /** Folder of the cache; null: nothing is kept. */
  cacheDir: string | null
  /** Address of the running browser. */
  endpoint: string
  /** Will there be another order? */
  standing: boolean
}

/** It tells of the edition piece by piece, and asks for the documents once it is ready for them. */
export type PdfTalk = {
  order: PdfOrder
  result: Told
  news: { pages: Pages } | { files: Files }
  question: 'documents'
  answer: readonly SentDocument[]
}

/** A document by its id; null: its HTML is what it was in the order before. */
export type SentDocument = { id: string; html: string | null }

export type PdfThread = Thread<PdfTalk> & {
  /** What the thread has to be sent of the documents. */
  sent(documents: readonly Document[]): SentDocument[]
}

/** The libraries that make PDFs are long to load: a build that finds its edition does without them, and they are loaded in the
 *  thread that needs them. */
export function startPdfThread(): PdfThread {
  let former: ReadonlyMap<string, string> = new Map()
  return {
    ...startThread<PdfTalk>(new URL('./pdf-worker.ts', import.meta.url)),
    sent(documents) {
      const all = documents.map(({ item: { id }, html }) => ({ id, html }))
      const told = all.map(({ id, html }) => ({ id, html: former.get(id) === html ? null : html }))
      former = new Map(all.map(({ id, html }) => [id, html]))
      return told
    },
  }
}
