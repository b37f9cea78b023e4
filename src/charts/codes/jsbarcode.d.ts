/** The encoder alone: the package's entry brings its other symbologies and what draws them. */
declare module 'jsbarcode/bin/barcodes/EAN_UPC/index.js' {
  export class EAN13 {
    constructor(digits: string, options: { flat: true })
    /** Thirteen digits whose last one checks the others. */
    valid(): boolean
    /** All modules in one run, '1' a bar. */
    encode(): { data: string }
  }
}
