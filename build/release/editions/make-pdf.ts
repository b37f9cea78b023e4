import type { Browser } from 'puppeteer'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import { reportHtml } from '../../pdf/check/preflight/index.ts'
import { type FichePdf, makeFichePdfs } from '../../pdf/fiche-pdfs.ts'
import { buildPdf, type Pages, type PageWarning, type PrintDocument } from '../../pdf/index.ts'
import type { StandingWorkshops } from '../../pdf/page/workshop.ts'
import type { Bundle } from '../../store/bundle.ts'
import type { Cache } from '../../store/cache.ts'
import { type MadePress, makePress } from './make-press.ts'
import { pdfFiles } from './pdf-files.ts'
import type { PdfSettings } from './pdf-settings.ts'

/** What the other editions are told of the pages. */
export type Told = { pages: Pages; warnings: readonly PageWarning[] }

/** Whoever waits for the edition is told of it piece by piece. */
export type PdfListener = {
  /** As soon as the pages are counted. */
  onPages(pages: Pages): void
  /** Of some of its files, by their paths, as soon as they are made: fiches, screen PDF, printer's PDF. */
  onFiles(files: Bundle): void
}

/** The two PDFs, the prepress report and one PDF a fiche, from one print.
 *  @param documents may come later: fonts and style sheets are read meanwhile */
export async function makePdf(
  workplace: PdfSettings & {
    browser: Browser
    workshops: StandingWorkshops
    cache: Cache
    signal: AbortSignal
  },
  documents: Promise<readonly PrintDocument[]> | readonly PrintDocument[],
  { onPages, onFiles }: PdfListener,
): Promise<Told> {
  const { kit, browser, workshops, cache, jobs, signal, inputs, ink } = workplace
  const date = workplace.date.toISOString()
  let pressed: Promise<MadePress> | undefined
  let fiches: Promise<void> | undefined
  /** Ends what is made beside the screen PDF when nobody waits for it any more. */
  const leaving = new AbortController()
  const beside = AbortSignal.any([signal, leaving.signal])
  try {
    const { screen, template, pages, warnings } = await buildPdf({
      kit,
      documents,
      typo: createRenderer(kit, 'print').text,
      browser,
      standing: workshops,
      cache,
      date,
      tabs: jobs,
      signal,
      onPages,
      onPrinted(printed, { pages }) {
        const fileName = pdfFiles(kit, pages).press.path.replace(/^.*\//, '')
        const fingerprint = inputs.join('\n')
        pressed = makePress({ printed, kit, pages, date, fingerprint, fileName, ink, cache }, beside)
        pressed.catch(() => {}) // awaited below, unless the screen PDF has a fault of its own
      },
      onFinished(parts) {
        fiches = makeFichePdfs({ kit, parts, cache, date, signal: beside }).then(made =>
          onFiles(filesOf(made)),
        )
        fiches.catch(() => {}) // as above
      },
    })
    const paths = pdfFiles(kit, pages)
    onFiles({ [paths.screen.path]: screen, [paths.pieces.path]: template })
    await fiches
    if (!pressed) throw new Error('the edition was not printed')
    const { press, report } = await pressed
    const encoder = new TextEncoder()
    onFiles({
      [paths.press.path]: press,
      [paths.report.path]: encoder.encode(reportHtml(report)),
      [paths.reportData.path]: encoder.encode(`${JSON.stringify(report, null, 2)}\n`),
    })
    return { pages, warnings }
  } catch (fault) {
    // They may be at work yet, with processes and folders of their own.
    leaving.abort(fault)
    await Promise.allSettled([pressed, fiches])
    throw fault
  }
}

const filesOf = (fiches: readonly FichePdf[]): Bundle =>
  Object.fromEntries(fiches.map(({ fileName, bytes }) => [`pdf/fiches/${fileName}`, bytes]))
