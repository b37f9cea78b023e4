import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'

/** The separation that prints on every plate, for marks. @see ISO 32000-1 §8.6.6.4 */
export function allInks(context: PDFContext): PDFRef {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }
  return context.register(context.obj(['Separation', 'All', 'DeviceCMYK', tint]))
}
