import { type PreflightReport, preflight } from '../../pdf/preflight/index.ts'
import { makePressPdf } from '../../pdf/press/index.ts'
import type { Workplace } from './workplace.ts'

export type PressOrder = Parameters<typeof makePressPdf>[0] & Pick<Workplace, 'ink'>

export type MadePress = { press: Uint8Array; report: PreflightReport }

/** The printer's PDF, and what was measured on its bytes. */
export async function makePress({ ink, ...order }: PressOrder, signal: AbortSignal): Promise<MadePress> {
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
