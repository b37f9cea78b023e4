import type { Browser } from 'puppeteer'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import type { Bundle } from '../../bundle.ts'
import { makeFichePdfs } from '../../pdf/fiche-pdfs.ts'
import { buildPdf, type Pages, type PageWarning } from '../../pdf/index.ts'
import { reportHtml } from '../../pdf/preflight/index.ts'
import type { Document } from '../../renditions.ts'
import type { MadePress } from './make-press.ts'
import { pdfFiles } from './pdf-files.ts'
import { openPressRoom } from './press-room.ts'
import type { Workplace } from './workplace.ts'

/** What the other editions are told of the pages. */
export type Told = { pages: Pages; warnings: readonly PageWarning[] }

/** Documents paged anew from which two threads are done sooner than one. */
const MUCH = 8

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
  await using pressRoom = openPressRoom(signal)
  let paged = 0
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
    onProgress({ step }) {
      if (step === 'paginate' && ++paged === MUCH) pressRoom.expectMuch()
    },
    onPrinted(printed, { pages }) {
      const fileName = pdfFiles(kit, pages).press.path.replace(/^.*\//, '')
      const fingerprint = inputs.join('\n')
      pressed = pressRoom.make({ printed, kit, pages, date, fingerprint, fileName, ink, cacheDir })
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
