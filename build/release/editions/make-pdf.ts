import { posix } from 'node:path'
import type { Browser } from 'puppeteer'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import { makeFichePdfs } from '../../pdf/fiche-pdfs.ts'
import { buildPdf, type Pages, type PageWarning, type PrintDocument } from '../../pdf/index.ts'
import type { StandingWorkshops } from '../../pdf/page/workshop.ts'
import type { Bundle } from '../../store/bundle.ts'
import type { Cache } from '../../store/cache.ts'
import { makePress } from './make-press.ts'
import { pdfFiles } from './pdf-files.ts'
import type { PdfSettings } from './pdf-settings.ts'
import { reportFiles } from './report-files.ts'

/** The PDF edition: its counted pages, which the other editions need, its warnings, and its files by their paths. */
export type MadePdf = { pages: Pages; warnings: readonly PageWarning[]; files: Bundle }

/** The two PDFs, the prepress report and one PDF a fiche, from one print.
 *  @param documents may come later: fonts and style sheets are read meanwhile
 *  @param onPages called as soon as the pages are counted */
export async function makePdf(
  workplace: PdfSettings & {
    browser: Browser
    workshops: StandingWorkshops
    cache: Cache
    signal: AbortSignal
  },
  documents: Promise<readonly PrintDocument[]> | readonly PrintDocument[],
  onPages: (pages: Pages) => void,
): Promise<MadePdf> {
  const { kit, browser, workshops, cache, jobs, signal, inputs } = workplace
  const date = workplace.date.toISOString()
  let pressed: ReturnType<typeof makePress> | undefined
  let fiches: ReturnType<typeof makeFichePdfs> | undefined
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
        const { press, cover } = pdfFiles(kit, pages)
        const fileName = posix.basename(press.path)
        const coverName = cover && posix.basename(cover.file.path)
        const fingerprint = inputs.join('\n')
        const order = { printed, kit, pages, date, fingerprint, fileName, coverName, cache }
        pressed = makePress(order)
        pressed.catch(() => {}) // awaited below, unless the screen PDF has a fault of its own
      },
      onFinished(parts) {
        fiches = makeFichePdfs({ kit, parts, cache, date, signal: beside })
        fiches.catch(() => {}) // as above
      },
    })
    const paths = pdfFiles(kit, pages)
    if (!fiches || !pressed) throw new Error('the edition was not printed')
    const fichePdfs = await fiches
    const { press, cover } = await pressed
    const files = {
      [paths.screen.path]: screen,
      [paths.pieces.path]: template,
      ...Object.fromEntries(fichePdfs.map(({ fileName, bytes }) => [`pdf/fiches/${fileName}`, bytes])),
      [paths.press.path]: press.bytes,
      ...reportFiles(paths, press.report),
      ...(cover && paths.cover && { [paths.cover.file.path]: cover.bytes }),
      ...(cover && paths.cover && reportFiles(paths.cover, cover.report)),
    }
    return { pages, warnings, files }
  } catch (fault) {
    // They may be at work yet, with processes and folders of their own.
    leaving.abort(fault)
    await Promise.allSettled([pressed, fiches])
    throw fault
  }
}
