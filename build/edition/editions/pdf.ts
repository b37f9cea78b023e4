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
  type PreflightReport,
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
  const paths = pdfFiles(kit, pages)
  const { press, cover } = paths
  const imprint = { date: workplace.date.toISOString(), typo: createRenderer(kit, 'print').text }
  const { date } = imprint
  const { printed, finished } = await printPages(tools, counted)
  const [bound, inked, fichePdfs] = await allEnded([
    bindPages(tools, counted, finished, imprint),
    makePress({
      printed,
      kit,
      pages,
      date,
      fingerprint: inputs.join('\n'),
      fileName: posix.basename(press.path),
      coverName: cover && posix.basename(cover.file.path),
      cache,
    }),
    finished.then(parts => makeFichePdfs({ kit, parts, cache, date, signal })),
  ])
  const large = paths.largePrint && {
    file: paths.largePrint,
    edition: await buildPdf({
      ...imprint,
      kit,
      documents: counted.documents,
      size: 'large',
      browser: await workplace.browser.open(),
      cache,
      most: jobs,
      signal,
    }),
  }
  const files: Bundle = {
    [paths.screen.path]: bound.screen,
    ...(bound.template && { [paths.pieces.path]: bound.template }),
    ...(large && { [large.file.path]: large.edition.screen }),
    ...Object.fromEntries(fichePdfs.map(({ fileName, bytes }) => [`pdf/fiches/${fileName}`, bytes])),
    [press.path]: inked.press.bytes,
    ...reportFiles(paths, inked.press.report),
    ...(inked.cover && cover && { [cover.file.path]: inked.cover.bytes }),
    ...(inked.cover && cover && reportFiles(cover, inked.cover.report)),
  }
  const digestOf = ({ path }: Announced) => sha256(files[path] ?? new Uint8Array())
  const digests = { whole: digestOf(paths.screen), template: digestOf(paths.pieces) }
  const heights = bound.template ? pieceHeights(bound.template) : {}
  const list = `${JSON.stringify(excerptListOf(kit, pages, date, { digests, heights }))}\n`
  const booklet = imposition === 'cahier' ? await makeBooklet(workplace, pages, files) : null
  return {
    announced: [...paths.all, ...(booklet?.announced ?? [])],
    files: { ...files, ...bundleOf({ [paths.list.path]: list }), ...booklet?.files },
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
  { kit, date }: Pick<Workplace, 'kit' | 'date'>,
  pages: Pages,
  files: Bundle,
): Promise<MadeFiles> {
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
  return bundleOf({
    [report.path]: reportHtml(measured),
    [reportData.path]: `${JSON.stringify(measured, null, 2)}\n`,
  })
}
