import { type PreflightReport, preflight } from '../../pdf/check/preflight/index.ts'
import { makePressPdf, type PressInput } from '../../pdf/press/index.ts'
import type { Cache } from '../../store/cache.ts'
import type { PdfSettings } from './pdf-settings.ts'

/** Plain values, but for the sheets. */
export type PressOrder = Omit<PressInput, 'cache'> & Pick<PdfSettings, 'ink'>

export type MadePress = { press: Uint8Array; report: PreflightReport }

/** The printer's PDF, and what was measured on its bytes. */
export async function makePress(
  { ink, cache, ...order }: PressOrder & { cache: Cache },
  signal: AbortSignal,
): Promise<MadePress> {
  const press = await makePressPdf({ ...order, cache })
  const { kit, fileName } = order
  const report = await preflight({
    bytes: press,
    kit,
    fileName,
    signal,
    ...(ink === 'estimate' && { ghostscript: null, cache }),
  })
  return { press, report }
}
