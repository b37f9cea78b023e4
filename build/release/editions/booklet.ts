import { posix } from 'node:path'
import { preflight } from '../../pdf/check/preflight/index.ts'
import type { Pages } from '../../pdf/index.ts'
import { PressSettingError } from '../../pdf/press/faults.ts'
import { leafThickness } from '../../pdf/press/sheet/plan.ts'
import type { Bundle } from '../../store/bundle.ts'
import { type Announced, pdfFiles, reportsOf } from './pdf-files.ts'
import type { PdfSettings } from './pdf-settings.ts'
import { reportFiles } from './report-files.ts'

/** The printer's PDF laid out on A3 sheets, for folding and stitching, and its prepress report. Never kept: it is made in a
 *  moment.
 *  @throws PressSettingError when the kit is bound otherwise */
export async function makeBooklet(
  { kit }: Pick<PdfSettings, 'kit'>,
  pages: Pages,
  files: Bundle,
): Promise<{ announced: Announced[]; files: Bundle }> {
  if (kit.impression.reliure !== 'agrafe')
    throw new PressSettingError(
      '--imposition cahier : seul un kit agrafé (reliure: agrafe) se plie en cahier',
    )
  const { imposeBooklet } = await import('../../pdf/press/imposition.ts')
  const { press } = pdfFiles(kit, pages)
  const whole = files[press.path]
  if (!whole) throw new Error(`the edition has no ${press.path}`)
  const file: Announced = {
    role: 'pdf-cahier',
    path: press.path.replace(/\.pdf$/, '-cahier.pdf'),
    pages: (press.pages ?? 0) / 2,
  }
  const bytes = await imposeBooklet(whole, { thickness: leafThickness(kit.impression.papier) })
  const reports = reportsOf('-cahier')
  const report = await preflight({
    bytes,
    kit,
    fileName: posix.basename(file.path),
    kind: 'cahier',
    body: press.pages,
  })
  return {
    announced: [file, reports.report, reports.reportData],
    files: { [file.path]: bytes, ...reportFiles(reports, report) },
  }
}
