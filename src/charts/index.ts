export {
  chartsByType as graphiques,
  chartWidths as largeurs,
  isChartType as isTypeGraphique,
} from './charts.ts'
export { drawBarCode, drawQrCode } from './codes/codes.ts'
export {
  type ChartData as Donnees,
  dataOf as donneesOf,
  describe,
  describeTable,
  disagreementsOf as desaccordsOf,
  isAmbiguous,
  numberOf,
} from './data.ts'
export { drawChart as dessiner, HIGHEST as PLUS_HAUT, NO_COLOURS as SANS_COULEURS } from './drawing.ts'
export { bookPicture, publishedPicture } from './svg/published-picture.ts'
export { type Drawing, frameOf, writeDrawing } from './svg/write-drawing.ts'
export { textWidth } from './text-width.ts'
export { wheel as roue } from './wheel.ts'
