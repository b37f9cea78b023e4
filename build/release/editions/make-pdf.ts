import type { Browser } from 'puppeteer'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import type { Bundle } from '../../bundle.ts'
import { makeFichePdfs } from '../../pdf/fiche-pdfs.ts'
import { buildPdf, type Pages, type PageWarning } from '../../pdf/index.ts'
import { reportHtml } from '../../pdf/preflight/index.ts'
import type { Document } from '../../renditions.ts'
import { startThread } from '../../thread.ts'
import type { MadePress, PressOrder } from './make-press.ts'
import { pdfFiles } from './pdf-files.ts'
import type { Workplace } from './workplace.ts'

/** What the other editions are told of the pages. */
export type Told = { pages: Pages; warnings: readonly PageWarning[] }

export type MadePdf = { files: Bundle; told: Told }

/** The two PDFs, the prepress report and one PDF a fiche, from one print.
 *  @param documents may come later: fonts and style sheets are read meanwhile
 *  @param onPages told as soon as the pages are counted */
export async function makePdf(
  workplace: Pick<Workplace, 'kit' | 'cache' | 'cacheDir' | 'jobs' | 'signal' | 'inputs' | 'ink' | 'date'> & {
    browser: { open(): Promise<Browser> }
  },
  documents: Promise<readonly Document[]> | readonly Document[],
  onPages: (pages: Pages) => void,
): Promise<MadePdf> {
  const { kit, browser, cache, cacheDir, jobs, signal, inputs, ink } = workplace
  const date = workplace.date.toISOString()
  await using pressThread = startThread<PressOrder, never, MadePress>(
    new URL('./press-worker.ts', import.meta.url),
  )
  let pressed: Promise<MadePress> | undefined
  const { screen, parts, pages, warnings } = await buildPdf({
    kit,
    documents,
    typo: createRenderer(kit, 'print').text,
    browser: await browser.open(),
    cache,
    date,
    tabs: jobs,
    signal,
    onPages,
    onPrinted(printed, { pages }) {
      const fileName = pdfFiles(kit, pages).press.path.replace(/^.*\//, '')
      const fingerprint = inputs.join('\n')
      pressed = pressThread.run(
        { printed, kit, pages, date, fingerprint, fileName, ink, cacheDir },
        { signal },
      )
      pressed.catch(() => {}) // awaited below, unless the screen PDF has a fault of its own
    },
  })
  const fiches = await makeFichePdfs({ kit, parts, cache, date, signal })
  const paths = pdfFiles(kit, pages)
  if (!pressed) throw new Error('the edition was not printed')
  const { press, report } = await pressed
  const encoder = new TextEncoder()
  return {
    told: { pages, warnings },
    files: {
      [paths.screen.path]: screen,
      [paths.press.path]: press,
      [paths.report.path]: encoder.encode(reportHtml(report)),
      [paths.reportData.path]: encoder.encode(`${JSON.stringify(report, null, 2)}\n`),
      ...Object.fromEntries(fiches.map(({ fileName: name, bytes }) => [`pdf/fiches/${name}`, bytes])),
    },
  }
}
