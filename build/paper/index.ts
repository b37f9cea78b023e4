export {
  type Pictures,
  readFonts,
  readPictures,
  readPrintSheets,
  readStyles,
  SIGNS,
  type Styles,
  signFile,
} from './page/assets.ts'
export { type Fault, nameOf, type PageWarning, PaginationError, PrintError } from './page/faults.ts'
export type { JoinedStyles, PrintSheets, PrintSize } from './page/join-styles.ts'
export { facePages, type PaginatedPart, type PaginateOptions } from './page/paginate.ts'
export { readTools } from './page/read-tools.ts'
export {
  digestsIn,
  fillPage,
  fitSlots,
  idElsewhere,
  type PrintDocument,
  type PrintPart,
  picturesOf,
  reserve,
  sayWideCharts,
  spellUndrawn,
} from './page/reserve.ts'
export type { PagedPart, PageOfPart } from './page/tab/workbench.ts'
export { openWorkshops, readPagedJs, type Workshops } from './page/workshop.ts'
export { type Assembly, assemble, judgePages, type Pages, type Sheets } from './print/assemble.ts'
export { type Mark, type MarkBox, type Marks, markOf } from './print/marks.ts'
export { openSheetPrinter, type PrintOutcome } from './print/print-sheets.ts'
