import type { Browser } from 'puppeteer'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import type { Bundle } from '../../bundle.ts'
import { makeFichePdfs } from '../../pdf/fiche-pdfs.ts'
import { buildPdf, type Pages, type PageWarning } from '../../pdf/index.ts'
import { preflight, reportHtml } from '../../pdf/preflight/index.ts'
import { makePressPdf } from '../../pdf/press/index.ts'
import type { Document } from '../../renditions.ts'
import { pdfFiles } from './pdf-files.ts'
import type { Workplace } from './workplace.ts'

/** What the other editions are told of the pages. */
export type Told = { pages: Pages; warnings: readonly PageWarning[] }

export type MadePdf = { files: Bundle; told: Told }

/** The two PDFs, the prepress report and one PDF a fiche, from one print. @param onPages told as soon as the pages are counted */
export async function makePdf(
  workplace: Pick<Workplace, 'kit' | 'cache' | 'jobs' | 'signal' | 'inputs' | 'ink' | 'date'> & {
    browser: { open(): Promise<Browser> }
  },
  documents: readonly Document[],
  onPages: (pages: Pages) => void,
): Promise<MadePdf> {
  const { kit, browser, cache, jobs, signal, inputs, ink } = workplace
  const date = workplace.date.toISOString()
  const { screen, printed, pages, warnings } = await buildPdf({
    kit,
    documents,
    typo: createRenderer(kit, 'print').text,
    browser: await browser.open(),
    cache,
    date,
    tabs: jobs,
    signal,
    onPages,
  })
  const paths = pdfFiles(kit, pages)
  const fingerprint = inputs.join('\n')
  const fileName = paths.press.path.replace(/^.*\//, '')
  const press = await makePressPdf({ printed, kit, pages, date, fingerprint, fileName })
  const report = await preflight({
    bytes: press,
    kit,
    fileName,
    signal,
    ...(ink === 'estimate' && { ghostscript: null }),
  })
  const fiches = await makeFichePdfs({ kit, screen, pages, date, signal })
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
