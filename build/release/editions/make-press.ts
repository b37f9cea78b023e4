import { openCache } from '../../cache.ts'
import { type PreflightReport, preflight } from '../../pdf/preflight/index.ts'
import { makePressPdf, type PressInput } from '../../pdf/press/index.ts'
import type { Workplace } from './workplace.ts'

/** Plain values: the order goes to a thread. */
export type PressOrder = Omit<PressInput, 'cache'> & Pick<Workplace, 'ink' | 'cacheDir'>

export type MadePress = { press: Uint8Array; report: PreflightReport }

/** The printer's PDF, and what was measured on its bytes. */
export async function makePress(
  { ink, cacheDir, ...order }: PressOrder,
  signal: AbortSignal,
): Promise<MadePress> {
  const cache = openCache(cacheDir)
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
