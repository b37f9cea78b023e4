import { isLong } from './data.ts'
import { greatest, least } from './drawing.ts'
import { textWidth } from './text-width.ts'

/** A scale with round steps that holds 0 and every value. */
type Scale = { min: number; max: number; ticks: number[] }

/** A scale laid on a stretch of the drawing. */
export type AxisPlan = Scale & { x: number; measure: number; at(value: number): number }

/** The finest scale whose figures stand apart on a stretch from left to right; the outermost may be set inwards by half
 *  their width. */
export function horizontalAxis(
  values: readonly number[],
  { x, measure }: { x: number; measure: number },
  unit: string,
): AxisPlan {
  const widest = ({ ticks }: Scale) =>
    greatest(ticks.map(value => textWidth(tickLabel(value, unit), 'texte', 3)))
  const fits = (scale: Scale) => (1.5 * widest(scale) + 2) * (scale.ticks.length - 1) <= measure
  const scaleOf = (intervals: number) => scaleFor(values, intervals, unit === '%')
  const scale = [5, 4, 3, 2, 1].map(scaleOf).find(fits) ?? withoutMiddle(scaleOf(1))
  const at = (value: number) => x + ((value - scale.min) / (scale.max - scale.min)) * measure
  return { ...scale, x, measure, at }

  /** The figures of a scale that stand apart: those of both ends, or 0 alone. */
  function withoutMiddle(scale: Scale): Scale {
    const ends = scale.ticks.filter(value => value === scale.min || value === scale.max)
    return { ...scale, ticks: 2 * widest(scale) + 2 <= measure ? ends : [0] }
  }
}

/** @param intervals how many steps there is room for, at most. Percentages that need more than half go to 100. */
export function scaleFor(values: readonly number[], intervals: number, isPercent: boolean): Scale {
  const low = least(values)
  const high = greatest(values)
  if (isPercent && low >= 0 && high > 50 && high <= 100 && intervals >= 4) return steps(0, 100, 25)
  if (low === high) return steps(0, 1, 1)
  let step = roundStep((high - low) / intervals)
  // Rounding both ends outwards may take one step too many.
  while (Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9) > Math.max(1, intervals)) {
    step = roundStep(step * 1.01)
    if (low < 0 && high > 0 && intervals < 2) break
  }
  const top = Math.ceil(high / step - 1e-9) * step
  return steps(Math.floor(low / step + 1e-9) * step, top, step)
}

function steps(min: number, max: number, step: number): Scale {
  const count = Math.max(1, Math.round((max - min) / step))
  return { min, max, ticks: Array.from({ length: count + 1 }, (_, index) => round(min + index * step)) }
}

/** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 2, 2.5, 5, 10].find(one => one * power >= value * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Frees a sum from the last bits of its fractions. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}

const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 6 })

/** A figure on an axis, with its unit when it is short. */
export function tickLabel(value: number, unit: string): string {
  // Intl writes the sign as a hyphen.
  const figure = french.format(value).replace('-', '−')
  return unit === '' || isLong(unit) ? figure : `${figure}\u00a0${unit}`
}
