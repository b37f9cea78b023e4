import type { PDFDocument } from '@cantoo/pdf-lib'
import { faults } from '../../parts/pdf-ua/faults.ts'

/** A fault that two judges must find, in a file that passes. */
export type Planted = {
  /** What veraPDF calls the rule: clause and number. */
  rule: string
  /** What our own check calls it. */
  checkpoint: string
  plant(pdf: PDFDocument): unknown
}

export const by = (rule: string, checkpoint: string, plant: Planted['plant']): Planted => ({
  rule,
  checkpoint,
  plant,
})

/** What breaks a checkpoint breaks a rule of veraPDF too. */
export function as(checkpoint: string, rule: string): Planted {
  const plant = faults[checkpoint]
  if (!plant) throw new Error(`nothing breaks ${checkpoint}`)
  return { rule, checkpoint, plant }
}
