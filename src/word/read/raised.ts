const above = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']
const below = [...'₀₁₂₃₄₅₆₇₈₉']

/** Digits that Word raises or lowers, as characters of their own: set level, « m² » would say « m2 », and « 10⁶ » 106. Letters (« 1er »)
 *  stay as they are: typography raises them.
 *  @param align what `w:vertAlign` says. @see ECMA-376-1 §17.3.2.42 */
export function raised(text: string, align: string | undefined): string {
  const digits = align === 'superscript' ? above : align === 'subscript' ? below : null
  return digits === null || !/^\s*\d+\s*$/.test(text)
    ? text
    : text.replace(/\d/g, digit => digits[Number(digit)] ?? digit)
}
