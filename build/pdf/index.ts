export {
  addPacket,
  identifierOf,
  type Metadata,
  metadataOf,
  PDF_FORMAT,
  propertiesOf,
  writeInfo,
} from './bind/describe.ts'
export { shareResources } from './bind/share-resources.ts'
export {
  bindPages,
  buildPdf,
  type CountedPages,
  countPages,
  openPdfTools,
  type PdfTools,
  printPages,
} from './build-pdf.ts'
export { faceOf, familyOf, widthsIn, writeCMap } from './content/fonts.ts'
export { joinGlyphs } from './content/join-glyphs.ts'
export { overprintStates, type Painter, rewrite, UnknownOperatorError } from './content/rewrite.ts'
export {
  byOperator,
  concat,
  identity,
  type Matrix,
  matrixOf,
  nameOf,
  numbersOf,
  type Operation,
  scan,
} from './content/scan.ts'
export { pieceHeights } from './excerpt/cut/pieces.ts'
export { excerptListOf } from './excerpt/sheets.ts'
export { fichePdfName, makeFichePdfs } from './fiche-pdfs.ts'
export { filterOf, pack, unpack } from './object/packing.ts'
export { Page, type Sides } from './object/pages.ts'
export { PdfFile, type PlainDict } from './object/pdf-file.ts'
export { Dict, List, Name, name, Ref, Stream, Text, type Value } from './object/values.ts'
export { writeFile } from './object/write-file.ts'
export { property } from './object/xmp.ts'
export type { PrintedSheets } from './print-parts.ts'
