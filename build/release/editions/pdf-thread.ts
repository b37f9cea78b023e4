import { Worker } from 'node:worker_threads'
import type { Kit } from '../../../src/kit.ts'
import type { Pages } from '../../pdf/index.ts'
import { fromPortable, type PortableError } from '../../portable-error.ts'
import type { Document } from '../../renditions.ts'
import type { MadePdf } from './make-pdf.ts'
import type { Workplace } from './workplace.ts'

/** What the thread is given, once: plain values. */
export type PdfOrder = Pick<Workplace, 'date' | 'jobs' | 'ink' | 'inputs' | 'cacheDir'> & {
  kit: Kit
  documents: readonly Document[]
  /** Address of the running browser. */
  endpoint: string
}

/** What it says: the pages as soon as they are counted, then the edition, or its fault. */
export type PdfAnswer = { pages: Pages } | { made: MadePdf } | { fault: PortableError }

/** The thread that makes the PDF edition. It loads its libraries while the documents are rendered. */
export type PdfThread = {
  /** @param onPages told as soon as the pages are counted
   *  @throws the fault of the edition, or the signal's reason */
  make(order: PdfOrder, signal: AbortSignal, onPages: (pages: Pages) => void): Promise<MadePdf>
  [Symbol.asyncDispose](): Promise<void>
}

export function startPdfThread(): PdfThread {
  const source = new URL('./pdf-worker.ts', import.meta.url)
  // Compiled, it is JavaScript; tests and benchmarks read the sources.
  const worker = source.pathname.endsWith('.ts')
    ? new Worker(new URL('../../read-source.js', import.meta.url), { workerData: { source: source.href } })
    : new Worker(source)
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', cause => reject(new Error('the thread that makes the PDF failed', { cause })))
    worker.once('exit', code => reject(new Error(`the thread that makes the PDF ended (${code})`)))
  })
  ended.catch(() => {}) // told to whoever waits for the edition; the thread also ends when all is done
  return {
    async make(order, signal, onPages) {
      const made = new Promise<MadePdf>((resolve, reject) => {
        worker.on('message', (answer: PdfAnswer) => {
          if ('pages' in answer) onPages(answer.pages)
          else if ('made' in answer) resolve(answer.made)
          else reject(fromPortable(answer.fault))
        })
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
      made.catch(() => {}) // the thread may have ended first
      worker.postMessage(order)
      return Promise.race([made, ended])
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate()
    },
  }
}
