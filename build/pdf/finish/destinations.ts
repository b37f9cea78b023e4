import { PDFDict, type PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import type { Mark } from '../accessible/marks.ts'
import { PrintError } from '../faults.ts'
import type { View } from './views.ts'

/** Names every place that has an id, also those that no link of the file leads to: another edition opens the kit there
 *  (`kit.pdf#scic`). @see ISO 32000-1 §12.3.2.3 */
export function nameDestinations(
  { context, catalog }: PDFDocument,
  marks: readonly Mark[],
  viewOf: (mark: Mark) => View,
): void {
  const names = PDFDict.withContext(context)
  for (const mark of marks) {
    if (mark.id === undefined) continue
    if (!/^[\w-]+$/.test(mark.id)) throw new PrintError(`l’ancre « ${mark.id} » n’est pas en lettres simples`)
    names.set(PDFName.of(mark.id), context.obj(viewOf(mark)))
  }
  catalog.set(PDFName.of('Dests'), context.register(names))
}

/** The number that a viewer shows is the one that is printed. @see ISO 32000-1 §12.4.2 */
export function labelPages({ context, catalog }: PDFDocument, first: number): void {
  const style = context.obj({ S: PDFName.of('D') })
  if (first !== 1) style.set(PDFName.of('St'), PDFNumber.of(first))
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, style] }))
}
