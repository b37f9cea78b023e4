import { escapeXml } from '../../problems/index.ts'

/** Signs that no XML file may hold: control characters, halves of pairs, two that are no signs. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text for an element or an attribute of XML; what XML cannot hold shows as U+FFFD. */
export const xmlText = (text: string): string => escapeXml(text.replace(forbidden, '\ufffd'))

/** `<name key="value">inside</name>`; attributes that are null are left out. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  inside: string | readonly string[] = '',
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? '' : ` ${key}="${xmlText(String(value))}"`,
  )
  const content = typeof inside === 'string' ? inside : inside.join('')
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Names of the parts of a Word file. @see ECMA-376, part 1 */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'
export const A = 'http://schemas.openxmlformats.org/drawingml/2006/main'
export const PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture'
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** The part that holds the Markdown from which a file was made. */
export const SOURCE = 'urn:kit:fiche:source'

/** A picture as a Word file holds it; lengths in pixels. */
export type WordPicture = { bytes: Uint8Array; type: 'png' | 'jpeg'; width: number; height: number }

/** The most that a picture is wide there: larger ones are made smaller. */
export const maxPicturePx = 1600
