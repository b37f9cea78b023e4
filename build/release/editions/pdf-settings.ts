import type { Kit } from '../../../src/kit.ts'

/** What the PDF edition is made of, and how: plain values, which go to its thread. */
export type PdfSettings = {
  kit: Kit
  date: Date
  /** Tabs at once. */
  jobs: number
  /** Hashes of all that an edition depends on: the kit, the press, the date. */
  inputs: readonly string[]
}
