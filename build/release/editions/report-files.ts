import { type PreflightReport, reportHtml } from '../../pdf/check/preflight/index.ts'
import type { Bundle } from '../../store/bundle.ts'
import type { Announced } from './pdf-files.ts'

/** The prepress report of a file, for people and for programs. */
export function reportFiles(
  { report, reportData }: { report: Announced; reportData: Announced },
  measured: PreflightReport,
): Bundle {
  const encoder = new TextEncoder()
  return {
    [report.path]: encoder.encode(reportHtml(measured)),
    [reportData.path]: encoder.encode(`${JSON.stringify(measured, null, 2)}\n`),
  }
}
