import { PrintError } from '../faults.ts'
import type { PdfFile, Plain } from '../object/pdf-file.ts'
import type { Mark } from '../print/marks.ts'
import type { View } from '../tag/views.ts'

/** Names every place that has an id, also those that no link of the file leads to: another edition opens the kit there
 *  (`kit.pdf#scic`). @see ISO 32000-1 §12.3.2.3 */
export function nameDestinations(file: PdfFile, marks: readonly Mark[], viewOf: (mark: Mark) => View): void {
  const names = file.dict()
  for (const mark of marks) {
    if (mark.id === undefined) continue
    if (!/^[\w-]+$/.test(mark.id)) throw new PrintError(`l’ancre « ${mark.id} » n’est pas en lettres simples`)
    names.set(mark.id, file.list(viewOf(mark)))
  }
  file.catalog.set('Dests', file.add(names))
}

/** Pages that follow each other, with numbers that follow each other. */
export type Run = {
  count: number
  /** Number of its first page; null: its pages have none. */
  first: number | null
  /** Roman: of what stands before and after the pages of the kit. */
  numerals?: 'roman'
}

/** The number that a viewer shows is the one that is printed. @see ISO 32000-1 §12.4.2 */
export function labelPages(file: PdfFile, runs: readonly Run[]): void {
  const labels: Plain[] = []
  let at = 0
  for (const { count, first, numerals } of runs) {
    labels.push(
      at,
      first === null ? {} : { S: numerals === 'roman' ? 'r' : 'D', St: first === 1 ? undefined : first },
    )
    at += count
  }
  file.catalog.set('PageLabels', file.dict({ Nums: labels }))
}
