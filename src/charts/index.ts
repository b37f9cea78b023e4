export {
  chartsByType,
  chartWidths,
  isChartType,
} from './charts.ts'
export { drawBarCode, drawQrCode } from './codes/codes.ts'
export {
  type ChartData,
  dataOf,
  describe,
  describeTable,
  disagreementsOf,
  isAmbiguous,
  numberOf,
} from './data.ts'
export { drawChart, HIGHEST, NO_COLOURS } from './drawing.ts'
export { bookPicture, publishedPicture } from './svg/published-picture.ts'
export { type Drawing, frameOf, writeDrawing } from './svg/write-drawing.ts'
export { textWidth } from './text-width.ts'
export { wheel } from './wheel.ts'
