import type { PrintSheets } from '../../pdf/page/join-styles.ts'

/** The style sheets of the print edition and the rules that name its fonts. In the sources there are none; the bundle puts
 *  them in this module's place (`bundle-atelier.ts`). */
export const printStyles: PrintSheets & { fonts: string } = {
  content: '',
  frame: '',
  fonts: '',
}
