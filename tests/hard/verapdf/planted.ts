import type { PDFDocument } from '@cantoo/pdf-lib'

/** A fault that two judges must find, in a file that passes. */
export type Planted = {
  /** What veraPDF calls the rule: clause and number. */
  rule: string
  /** What our own check calls it. */
  checkpoint: string
  plant(pdf: PDFDocument): unknown
}
