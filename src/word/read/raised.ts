import type { XmlElement } from '../xml/parse-xml.ts'
import { settingOf } from './style-table.ts'

const above = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']
const below = [...'₀₁₂₃₄₅₆₇₈₉']

/** Digits that Word raises or lowers, as characters of their own: set level, « m² » would say « m2 », and « 10⁶ » 106. Letters (« 1er »)
 *  stay as they are: typography raises them.
 *  @param look properties of the run. LibreOffice moves small text where Word aligns it. @see ECMA-376-1 §17.3.2.42 and §17.3.2.24 */
export function raised(text: string, look: XmlElement | undefined): string {
  const moved = settingOf(look, 'w:sz') === undefined ? 0 : Number(settingOf(look, 'w:position') ?? 0)
  const align =
    settingOf(look, 'w:vertAlign') ?? (moved > 0 ? 'superscript' : moved < 0 ? 'subscript' : undefined)
  const digits = align === 'superscript' ? above : align === 'subscript' ? below : null
  return digits === null || !/^\s*\d+\s*$/.test(text)
    ? text
    : text.replace(/\d/g, digit => digits[Number(digit)] ?? digit)
}
