import { posix } from 'node:path'
import { createRenderer } from '../../../src/kit/index.ts'
import { allEnded, type Bundle, bundleOf, sha256 } from '../../ground/index.ts'
import type { Pages } from '../../paper/index.ts'
import {
  bindPages,
  buildPdf,
  type CountedPages,
  excerptListOf,
  makeFichePdfs,
  type PdfTools,
  pieceHeights,
  printPages,
} from '../../pdf/index.ts'
import {
  leafThickness,
  makeCoverPdf,
  makePressPdf,
  type PressInput,
  PressSettingError,
  preflight,
  reportHtml,
  slugLabel,
} from '../../press/index.ts'
import type { Workplace } from '../build-options.ts'
import { type Announced, type MadeFiles, pdfFiles, reportsOf } from './announced.ts'

/** The two PDFs, the prepress report and one PDF a fiche, from one print; in large print and as a booklet where that is asked for. */
export async function makePdf(
  workplace: Workplace,
  tools: PdfTools,
  counted: CountedPages,
): Promise<MadeFiles> {
  const { kit, cache, signal, inputs, jobs, imposition } = workplace
  const { pages } = counted.assembly
  const { all, screen, largePrint, pieces, list } = pdfFiles(kit, pages)
  const imprint = { date: workplace.date.toISOString(), typo: createRenderer(kit, 'print').text }
  const { date } = imprint
  const { printed, finished } = await printPages(tools, counted)
  const [bound, inked, fichePdfs] = await allEnded([
    bindPages(tools, counted, finished, imprint),
    makePress({ printed, kit, pages, date, fingerprint: inputs.join('\n'), cache }),
    finished.then(parts => makeFichePdfs({ kit, parts, cache, date, signal })),
  ])
  const large =
    largePrint &&
    (await buildPdf({
      ...imprint,
      kit,
      documents: counted.documents,
      size: 'large',
      browser: await workplace.browser.open(),
      cache,
      most: jobs,
      signal,
    }))
  const files: Bundle = {
    [screen.path]: bound.screen,
    ...(bound.template && { [pieces.path]: bound.template }),
    ...(large && { [largePrint.path]: large.screen }),
    ...Object.fromEntries(fichePdfs.map(({ fileName, bytes }) => [`pdf/fiches/${fileName}`, bytes])),
    ...inked,
  }
  const digestOf = ({ path }: Announced) => sha256(files[path] ?? new Uint8Array())
  const digests = { whole: digestOf(screen), template: digestOf(pieces) }
  const heights = bound.template ? pieceHeights(bound.template) : {}
  const choice = `${JSON.stringify(excerptListOf(kit, pages, date, { digests, heights }))}\n`
  const booklet = imposition === 'cahier' ? await makeBooklet(workplace, pages, files) : null
  return {
    announced: [...all, ...(booklet?.announced ?? [])],
    files: { ...files, ...bundleOf({ [list.path]: choice }), ...booklet?.files },
  }
}

/** The printer's PDF, and the cover of a square back, with what was measured on them. */
export async function makePress(order: Omit<PressInput, 'fileName'>): Promise<Bundle> {
  const { kit, pages } = order
  const { press, cover, ...reports } = pdfFiles(kit, pages)
  const orderOf = ({ path }: Announced) => ({ ...order, fileName: posix.basename(path) })
  const files = await withReport(press, reports, { kit, bytes: await makePressPdf(orderOf(press)) })
  if (!cover) return files
  const bytes = await makeCoverPdf(orderOf(cover.file))
  const measures = { kit, bytes, kind: 'couverture', body: press.pages } as const
  return { ...files, ...(await withReport(cover.file, cover, measures)) }
}

/** The printer's PDF laid out on A3 sheets, for folding and stitching, and its prepress report. Never kept: it is made in a moment.
 *  @throws PressSettingError when the kit is bound otherwise */
export async function makeBooklet(
  { kit, date }: Pick<Workplace, 'kit' | 'date'>,
  pages: Pages,
  edition: Bundle,
): Promise<MadeFiles> {
  if (kit.impression.reliure !== 'agrafe')
    throw new PressSettingError(
      '--imposition cahier : seul un kit agrafé (reliure: agrafe) se plie en cahier',
    )
  const { imposeBooklet } = await import('../../press/index.ts')
  const { press } = pdfFiles(kit, pages)
  const whole = edition[press.path]
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
  const files = await withReport(file, reports, { kit, bytes, kind: 'cahier', body: press.pages })
  return { announced: [file, reports.report, reports.reportData], files }
}

/** A file for the printer, and the prepress report that was measured on its bytes, for people and for programs. */
async function withReport(
  { path }: Announced,
  { report, reportData }: ReturnType<typeof reportsOf>,
  input: Omit<Parameters<typeof preflight>[0], 'fileName'>,
): Promise<Bundle> {
  const measured = await preflight({ ...input, fileName: posix.basename(path) })
  return {
    [path]: input.bytes,
    ...bundleOf({
      [report.path]: reportHtml(measured),
      [reportData.path]: `${JSON.stringify(measured, null, 2)}\n`,
    }),
  }
}
