import { withoutTexts } from '../../../src/kit/index.ts'
import { type Bundle, openPromise } from '../../ground/index.ts'
import type { Pages, PageWarning } from '../../paper/index.ts'
import type { Workplace } from '../build-options.ts'
import { step } from '../build-options.ts'
import type { SentDocument } from './pdf-thread.ts'

/** The PDF edition while it is made. Its pages and its cover are there long before its files: the other editions need no more to begin. */
export type PdfWork = {
  pages: Promise<Pages>
  /** The printed cover as a picture. */
  cover: Promise<Uint8Array>
  warnings: Promise<readonly PageWarning[]>
  /** The files of the edition, by their path in the output. */
  files: Promise<Bundle>
}

/** Begins to make the PDF edition: returns once its documents are rendered. */
export async function beginPdf(workplace: Workplace): Promise<PdfWork> {
  const { kit, date, jobs, inputs, cacheDir, name, thread, tell, signal } = workplace
  const countedPages = openPromise<Pages>()
  const renderedDocuments = openPromise<readonly SentDocument[]>()
  // First what has to be waited for: a tab reads fonts and style sheets while Eleventy is loaded.
  const running = workplace.endpoint.then(endpoint =>
    thread.run(
      { kit: withoutTexts(kit), date, jobs, inputs, cacheDir, name, endpoint },
      { signal, onNews: countedPages.resolve, later: renderedDocuments.promise },
    ),
  )
  running.catch(() => {}) // thrown to the first that needs it
  const [{ render }, { coverOf }] = await Promise.all([import('../../pages/index.ts'), import('./epub.ts')])
  const documents = await step('impression', tell, signal, () =>
    workplace.inTurn(() => render(kit, 'print', { store: workplace.renditions })),
  )
  const cover = coverOf(workplace, documents)
  const pdfStep = step('pdf', tell, signal, () => {
    renderedDocuments.resolve(documents.map(({ item, html }) => ({ id: item.id, html })))
    return running
  })
  const edition = {
    // A fault before the pages are counted is theirs too.
    pages: Promise.race([countedPages.promise, pdfStep.then(({ pages }) => pages)]),
    cover,
    warnings: pdfStep.then(({ warnings }) => warnings),
    files: pdfStep.then(({ files }) => files),
  }
  // Each fault is thrown to the caller who needs the value; nobody may have asked yet when it comes.
  for (const promise of Object.values(edition)) promise.catch(() => {})
  return edition
}
