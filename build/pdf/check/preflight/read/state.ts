import type { Matrix } from '../../../content/matrix.ts'
import { paintOf } from './colours.ts'
import type { FontFacts, Paint } from './facts.ts'

/** The part of the graphics state that the measures need. @see ISO 32000-1 §8.4, §9.3 */
export type State = {
  ctm: Matrix
  fill: Paint
  stroke: Paint
  lineWidth: number
  font: FontFacts | null
  fontSize: number
  leading: number
  /** 3: the text is not painted. */
  renderMode: number
}

const black: Paint = paintOf('DeviceGray', [0])

export const initialState = (ctm: Matrix): State => ({
  ctm,
  fill: black,
  stroke: black,
  lineWidth: 1,
  font: null,
  fontSize: 0,
  leading: 0,
  renderMode: 0,
})
