import type { Mark } from '../print/marks.ts'

/** Structure types of PDF 1.7 for the elements of the edition; an element that is not here only holds others.
 *  @see ISO 32000-1 §14.8.4 */
const roles: Record<string, string> = {
  article: 'Art',
  section: 'Sect',
  aside: 'Div',
  figure: 'Div',
  figcaption: 'Caption',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  p: 'P',
  blockquote: 'BlockQuote',
  ul: 'L',
  ol: 'L',
  li: 'LI',
  dl: 'L',
  dt: 'Lbl',
  dd: 'LBody',
  table: 'Table',
  caption: 'Caption',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  img: 'Figure',
  svg: 'Figure',
  a: 'Link',
  abbr: 'Span',
  strong: 'Strong',
  em: 'Em',
}

/** Types of PDF 2.0 that say more, and what they are in PDF 1.7. */
export const roleMap: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span' }

/** Types that stand inside a line. @see ISO 32000-1 §14.8.4.4 */
export const inlineRoles: ReadonlySet<string> = new Set([
  'Span',
  'Link',
  'Reference',
  'Quote',
  'Note',
  'Lbl',
  ...Object.keys(roleMap),
])

/** Types that hold blocks and no words of their own. @see ISO 32000-1 §14.8.4.2 */
export const groupingRoles: ReadonlySet<string> = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
])

/** The structure type of an element, or null when it only holds others. */
export function roleOf({ tag, classes, level, actual, language }: Mark): string | null {
  if (classes.includes('mention')) return 'LI'
  if (level !== undefined) return `H${level}`
  return roles[tag] ?? (actual !== undefined || language !== undefined ? 'Span' : null)
}
