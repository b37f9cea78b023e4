import { type PreflightReport, preflight } from '../../pdf/check/preflight/index.ts'
import { makeCoverPdf, makePressPdf, type PressInput } from '../../pdf/press/index.ts'

/** A file for the printer, and what was measured on its bytes. */
export type MadePress = { bytes: Uint8Array; report: PreflightReport }

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
