import { type PreflightReport, preflight } from '../../pdf/check/preflight/index.ts'
import { makePressPdf, type PressInput } from '../../pdf/press/index.ts'
import type { PdfSettings } from './pdf-settings.ts'

export type MadePress = { press: Uint8Array; report: PreflightReport }

/** The printer's PDF, and what was measured on its bytes. */
export async function makePress(
  { ink, ...order }: PressInput & Pick<PdfSettings, 'ink'>,
  signal: AbortSignal,
): Promise<MadePress> {
  const press = await makePressPdf(order)
  const { kit, fileName } = order
  const report = await preflight({
    bytes: press,
    kit,
    fileName,
    signal,
    ...(ink === 'estimate' && { ghostscript: null }),
  })
  return { press, report }
}
