import { withoutTexts } from '../../../src/indexes/listing.ts'
import type { Pages, PageWarning } from '../../pdf/index.ts'
import { bytesOf, type Files } from '../kept-edition.ts'
import type { Content } from '../output.ts'
import { step } from '../progress.ts'
import { promised } from '../promised.ts'
import type { Told } from './make-pdf.ts'
import type { PdfTalk, PdfThread, SentDocument } from './pdf-thread.ts'
import { keep, REUSED, recall, type Workplace } from './workplace.ts'

/** The PDF edition while it is made. Its pages and its cover are there long before its files: the other editions need no
 *  more to begin. */
export type PdfEdition = {
  pages: Promise<Pages>
  /** The printed cover as a picture. */
  cover: Promise<Uint8Array>
  warnings: Promise<readonly PageWarning[]>
  /** The files of the edition, by their path in the output. */
  files: Promise<Files>
}

const PAGES = 'pages.json'
const COVER = 'couverture.jpg'

/** Finds the PDF edition as a former build kept it, or begins to make it: returns once its documents are rendered.
 *  @param onFiles told of some of its files as soon as they are there */
export async function beginPdf(
  workplace: Workplace,
  onFiles: (files: Files, pages: Pages) => void,
): Promise<PdfEdition> {
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
    const { [PAGES]: _told, [COVER]: _cover, ...files } = found
    const { pages, warnings } = JSON.parse(new TextDecoder().decode(bytesOf(found, PAGES))) as Told
    onFiles(files, pages)
    return {
      pages: Promise.resolve(pages),
      cover: Promise.resolve(bytesOf(found, COVER)),
      warnings: Promise.resolve(warnings),
      files: Promise.resolve(files),
    }
  }
  const thread = workplace.pdfThread()
  const counted = promised<Pages>()
  const rendered = promised<readonly SentDocument[]>()
  // First what has to be waited for: the browser starts, and its tab reads fonts and style sheets, while Eleventy is loaded.
  await import('../../browser/browser.ts')
  let pages: Pages | undefined
  const all: Record<string, Content> = {}
  const onNews = (news: PdfTalk['news']) => {
    if ('pages' in news) {
      pages = news.pages
      counted.resolve(pages)
    } else if (pages) {
      Object.assign(all, news.files)
      onFiles(news.files, pages)
    }
  }
  const running = run(thread, workplace, { onNews, onQuestion: () => rendered.promise })
  running.catch(() => {}) // told to whoever needs it first
  const [{ render }, { coverOf }] = await Promise.all([
    import('../../pages/renditions.ts'),
    import('./cover.ts'),
  ])
  const documents = await step('impression', tell, signal, () =>
    workplace.inTurn(() => render(kit, 'print', workplace.press)),
  )
  const cover = coverOf(workplace, documents)
  const made = step('pdf', tell, signal, () => {
    rendered.resolve(thread.sent(documents))
    return running
  })
  const kept = Promise.all([made, cover]).then(async ([told, picture]) => {
    const apart = { [PAGES]: { bytes: Buffer.from(JSON.stringify(told)) }, [COVER]: { bytes: picture } }
    keep(workplace, 'pdf', { ...all, ...apart }, ink)
    return all
  })
  const edition = {
    // A fault before the pages are counted is theirs too.
    pages: Promise.race([counted.promise, made.then(told => told.pages)]),
    cover,
    warnings: made.then(told => told.warnings),
    files: kept,
  }
  // Whoever needs one of them is told of its fault; nobody may have asked yet when it comes.
  for (const promise of Object.values(edition)) promise.catch(() => {})
  return edition
}

async function run(
  thread: PdfThread,
  { kit, date, jobs, ink, inputs, cacheDir, browser, standing, had, signal }: Workplace,
  listening: Pick<NonNullable<Parameters<PdfThread['run']>[1]>, 'onNews' | 'onQuestion'>,
): Promise<Told> {
  const endpoint = (await browser.open()).wsEndpoint()
  const order = {
    kit: withoutTexts(kit),
    date,
    jobs,
    ink,
    inputs,
    cacheDir,
    endpoint,
    standing: standing !== null,
    had,
  }
  return thread.run(order, { signal, ...listening })
}
