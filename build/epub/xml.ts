const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** The words of a piece of XHTML, as a reader sees them.
 *  @throws on a named entity that XML does not know (`&nbsp;`): no reader could open the chapter */
export function plainText(xhtml: string): string {
  return xhtml
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (_, name: string) => {
      if (name.startsWith('#')) return String.fromCodePoint(Number(name.replace('#', '0')))
      const character = entities[name]
      if (character === undefined) throw new Error(`XML knows no entity &${name};`)
      return character
    })
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
}
