import { type BrowserOptions, type Cache, type LazyBrowser, lazyBrowser } from '../ground/index.ts'
import { type PdfThread, startPdfThread } from './editions/pdf-thread.ts'
import type { Inputs } from './inputs.ts'

/** Tools that are slow to start and serve any build. A build has its own, or borrows those of a press that watches a kit.
 *  Each part starts at its first use. */
export type Equipment = {
  cache: Cache
  /** Hashes of the press whose code was loaded, and of its looks; null: it serves one build. */
  standing: Pick<Inputs, 'press' | 'looks'> | null
  browser: LazyBrowser
  pdfThread(): PdfThread
  /** Ends all of it, and the work that nobody waits for any more. */
  [Symbol.asyncDispose](): Promise<void>
}

export function openEquipment(
  options: BrowserOptions,
  cache: Cache,
  standing: Equipment['standing'] = null,
): Equipment {
  const browser = lazyBrowser(options)
  let thread: PdfThread | undefined
  let closing: Promise<void> | undefined
  // The thread works with the browser.
  const close = async () => {
    await using _browser = browser
    await thread?.[Symbol.asyncDispose]()
  }
  return {
    cache,
    standing,
    browser,
    pdfThread() {
      thread ??= startPdfThread()
      return thread
    },
    [Symbol.asyncDispose]() {
      closing ??= close()
      return closing
    },
  }
}
