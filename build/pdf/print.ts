import type { OfflineTab } from '../offline-tab.ts'

/** Longest time for printing, in ms. */
const DEADLINE_MS = 300_000

/** Prints the edition once, on sheets with bleed, tagged, with its outline: what both PDFs are made from. */
export async function print({ tab, ask }: OfflineTab): Promise<Uint8Array> {
  return ask(
    tab.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: DEADLINE_MS,
    }),
  )
}
