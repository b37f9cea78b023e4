import type { PdfFile } from '../../object/pdf-file.ts'
import type { Ref } from '../../object/values.ts'

/** The separation that prints on every plate, for marks. @see ISO 32000-1 §8.6.6.4 */
export function allInks(file: PdfFile): Ref {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }
  return file.add(file.list(['Separation', 'All', 'DeviceCMYK', tint]))
}
