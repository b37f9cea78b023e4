import { escapeXml } from '../../escape-xml.ts'

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
