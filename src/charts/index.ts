import { type Couleurs, columns } from '../text/index.ts'
import { barChart } from './bars.ts'
import { curveChart } from './curve.ts'
import type { ChartData } from './data.ts'
import type { Chart } from './drawing.ts'
import { ringChart } from './ring.ts'
import { stackedBarChart } from './stacked-bars.ts'

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

/** Every type of chart, by the name that authors write. */
export const chartsByType = {
  barres: barChart,
  'barres-empilees': stackedBarChart,
  courbe: curveChart,
  anneau: ringChart,
} as const satisfies Record<string, (data: ChartData, colours: Couleurs, measure: number) => Chart>

/** Widths of a chart in mm: on paper, the column of text or the whole page; on a screen, narrower, so that its words can be
 *  read on a phone. */
export const chartWidths = { page: columns.text, feuille: columns.page, ecran: 76 } as const

type ChartType = keyof typeof chartsByType

export function isChartType(type: string): type is ChartType {
  return Object.hasOwn(chartsByType, type)
}
