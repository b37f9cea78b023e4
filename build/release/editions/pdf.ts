import type { Bundle } from '../../bundle.ts'
import type { Pages, PageWarning } from '../../pdf/index.ts'
import type { Document } from '../../renditions.ts'
import { startThread, type Thread } from '../../thread.ts'
import { step } from '../progress.ts'
import type { MadePdf, Told } from './make-pdf.ts'
import { fileOf, keep, REUSED, recall, type Workplace } from './workplace.ts'

/** The PDF edition while it is made. Its pages and its cover are there long before its files: the other editions need no
 *  more to begin. */
export type PdfEdition = {
  pages: Promise<Pages>
  /** The printed cover as a picture. */
  cover: Promise<Uint8Array>
  warnings: Promise<readonly PageWarning[]>
  /** The files of the edition, by their path in the output. */
  files: Promise<Bundle>
}

const PAGES = 'pages.json'
const COVER = 'couverture.jpg'

/** Finds the PDF edition as a former build kept it, or begins to make it: returns once its documents are rendered. */
export async function beginPdf(workplace: Workplace): Promise<PdfEdition> {
  const { kit, tell, signal, ink } = workplace
  const found = await recall(workplace, 'pdf', ink)
  if (found) {
    await step(
      'pdf',
      tell,
      signal,
      async () => {},
      () => REUSED,
    )
    const { [PAGES]: told, [COVER]: cover, ...files } = found
    const { pages, warnings } = JSON.parse(new TextDecoder().decode(told)) as Told
    return {
      pages: Promise.resolve(pages),
      cover: Promise.resolve(fileOf(found, COVER)),
      warnings: Promise.resolve(warnings),
      files: Promise.resolve(files),
    }
  }
  // The libraries that make PDFs are long to load: a build that finds its edition does without them, and they are loaded in
  // the thread that needs them.
  const thread: PdfThread = startThread(new URL('./pdf-worker.ts', import.meta.url))
  let tellPages: (pages: Pages) => void = () => {}
  const counted = new Promise<Pages>(resolve => {
    tellPages = resolve
  })
  let documents: readonly Document[]
  let cover: Promise<Uint8Array>
  let running: Promise<MadePdf>
  try {
    // First what has to be waited for: the browser starts, and its tab reads fonts and style sheets, while Eleventy is loaded.
    await import('../../browser.ts')
    running = run(thread, workplace, tellPages)
    running.catch(() => {}) // told to whoever needs it first
    const [{ render }, { coverOf }] = await Promise.all([import('../../renditions.ts'), import('./cover.ts')])
    documents = await step('impression', tell, signal, () =>
      workplace.inTurn(() => render(kit, 'print', workplace.press)),
    )
    cover = coverOf(workplace, documents)
  } catch (error) {
    await thread[Symbol.asyncDispose]()
    throw error
  }
  const made = step('pdf', tell, signal, async () => {
    await using _ended = thread
    thread.give(documents)
    return await running
  })
  const kept = Promise.all([made, cover]).then(async ([{ files, told }, picture]) => {
    const bundle = { ...files, [PAGES]: new TextEncoder().encode(JSON.stringify(told)), [COVER]: picture }
    await keep(workplace, 'pdf', bundle, ink)
    return files
  })
  const edition = {
    // A fault before the pages are counted is theirs too.
    pages: Promise.race([counted, made.then(({ told }) => told.pages)]),
    cover,
    warnings: made.then(({ told }) => told.warnings),
    files: kept,
  }
  // Whoever needs one of them is told of its fault; nobody may have asked yet when it comes.
  for (const promise of Object.values(edition)) promise.catch(() => {})
  return edition
}

/** What the thread is given, but for the documents: plain values. */
export type PdfOrder = Pick<Workplace, 'kit' | 'date' | 'jobs' | 'ink' | 'inputs' | 'cacheDir'> & {
  /** Address of the running browser. */
  endpoint: string
}

type PdfThread = Thread<PdfOrder, Pages, MadePdf, readonly Document[]>

async function run(
  thread: PdfThread,
  { kit, date, jobs, ink, inputs, cacheDir, browser, signal }: Workplace,
  onNews: (pages: Pages) => void,
): Promise<MadePdf> {
  const endpoint = (await browser.open()).wsEndpoint()
  const order = { kit, date, jobs, ink, inputs, cacheDir, endpoint }
  return thread.run(order, { signal, onNews })
}
