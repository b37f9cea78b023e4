/** Reads single properties of an XMP packet, written as elements or as attributes; of a list of languages the default.
 *  @returns undefined when the property is not there */
export function xmpReader(packet: string): (property: string) => string | undefined {
  return property => {
    const element = new RegExp(`<${property}(?:\\s[^>]*)?>([\\s\\S]*?)</${property}>`).exec(packet)?.[1]
    if (element === undefined) {
      const attribute = new RegExp(`\\s${property}="([^"]*)"`).exec(packet)?.[1]
      return attribute === undefined ? undefined : plainText(attribute)
    }
    const entry = /<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(element)?.[1]
    return plainText((entry ?? element).trim())
  }
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plainText = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, sign) => signs[sign] ?? '')
