import { posix } from 'node:path'
import type { Browser } from 'puppeteer'
import { createRenderer } from '../../../src/kit/index.ts'
import type { Bundle, Cache } from '../../ground/index.ts'
import { type Pages, type PrintDocument, type StandingWorkshops, standWorkshops } from '../../paper/index.ts'
import { buildPdf, makeFichePdfs } from '../../pdf/index.ts'
import {
  leafThickness,
  makeCoverPdf,
  makePressPdf,
  type PreflightReport,
  type PressInput,
  PressSettingError,
  preflight,
  reportHtml,
  slugLabel,
} from '../../press/index.ts'
import { type Announced, pdfFiles, reportsOf } from './announced.ts'
import type { MadePdf, PdfSettings } from './pdf-thread.ts'

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
  onPages: (pages: Pages) => void,
): Promise<MadePdf> {
  const { kit, browser, workshops, cache, jobs, signal, inputs } = workplace
  const date = workplace.date.toISOString()
  const typo = createRenderer(kit, 'print').text
  let pressWork: ReturnType<typeof makePress> | undefined
  let ficheWork: ReturnType<typeof makeFichePdfs> | undefined
  /** Ends what is made beside the screen PDF when nobody waits for it any more. */
  const leaving = new AbortController()
  const sideSignal = AbortSignal.any([signal, leaving.signal])
  try {
    const { screen, template, pages, warnings } = await buildPdf({
      kit,
      documents,
      typo,
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
        pressWork = makePress(order)
        pressWork.catch(() => {}) // awaited below, unless the screen PDF has a fault of its own
      },
      onFinished(parts) {
        ficheWork = makeFichePdfs({ kit, parts, cache, date, signal: sideSignal })
        ficheWork.catch(() => {}) // as above
      },
    })
    const paths = pdfFiles(kit, pages)
    if (!ficheWork || !pressWork) throw new Error('the edition was not printed')
    const fichePdfs = await ficheWork
    const { press, cover } = await pressWork
    const largePrint = kit.impression.gros_caracteres ? await makeLargePrint() : null
    const files = {
      [paths.screen.path]: screen,
      ...(template && { [paths.pieces.path]: template }),
      ...(largePrint && paths.largePrint && { [paths.largePrint.path]: largePrint }),
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
    await Promise.allSettled([pressWork, ficheWork])
    throw fault
  }

  /** The same documents once more, in one column of 16 points, with page numbers of their own. */
  async function makeLargePrint(): Promise<Uint8Array> {
    await using standing = standWorkshops()
    const edition = { kit, documents, typo, browser, standing, cache, date, tabs: jobs, signal }
    const { screen } = await buildPdf({ ...edition, size: 'large' })
    return screen
  }
}

/** A file for the printer, and what was measured on its bytes. */
type MadePress = { bytes: Uint8Array; report: PreflightReport }

/** The printer's PDF, and the cover of a square back.
 *  @param coverName name of the file of that cover; null: it has none of its own */
export async function makePress({
  coverName,
  ...order
}: PressInput & { coverName: string | null }): Promise<{ press: MadePress; cover: MadePress | null }> {
  const { kit, fileName } = order
  const bytes = await makePressPdf(order)
  const report = await preflight({ kit, bytes, fileName })
  if (coverName === null) return { press: { bytes, report }, cover: null }
  const cover = await makeCoverPdf({ ...order, fileName: coverName })
  return {
    press: { bytes, report },
    cover: {
      bytes: cover,
      report: await preflight({
        kit,
        bytes: cover,
        fileName: coverName,
        kind: 'couverture',
        body: report.pages,
      }),
    },
  }
}

/** The printer's PDF laid out on A3 sheets, for folding and stitching, and its prepress report. Never kept: it is made in a moment.
 *  @throws PressSettingError when the kit is bound otherwise */
export async function makeBooklet(
  { kit, date }: Pick<PdfSettings, 'kit' | 'date'>,
  pages: Pages,
  files: Bundle,
): Promise<{ announced: Announced[]; files: Bundle }> {
  if (kit.impression.reliure !== 'agrafe')
    throw new PressSettingError(
      '--imposition cahier : seul un kit agrafé (reliure: agrafe) se plie en cahier',
    )
  const { imposeBooklet } = await import('../../press/index.ts')
  const { press } = pdfFiles(kit, pages)
  const whole = files[press.path]
  if (!whole) throw new Error(`the edition has no ${press.path}`)
  const file: Announced = {
    role: 'pdf-cahier',
    path: press.path.replace(/\.pdf$/, '-cahier.pdf'),
    pages: (press.pages ?? 0) / 2,
  }
  const fileName = posix.basename(file.path)
  const label = await slugLabel({ kit, fileName, date: date.toISOString() })
  const bytes = await imposeBooklet(whole, { thickness: leafThickness(kit.impression.papier), label })
  const reports = reportsOf('-cahier')
  const report = await preflight({
    bytes,
    kit,
    fileName,
    kind: 'cahier',
    body: press.pages,
  })
  return {
    announced: [file, reports.report, reports.reportData],
    files: { [file.path]: bytes, ...reportFiles(reports, report) },
  }
}

/** The prepress report of a file, for people and for programs. */
function reportFiles(
  { report, reportData }: { report: Announced; reportData: Announced },
  measured: PreflightReport,
): Bundle {
  const encoder = new TextEncoder()
  return {
    [report.path]: encoder.encode(reportHtml(measured)),
    [reportData.path]: encoder.encode(`${JSON.stringify(measured, null, 2)}\n`),
  }
}
